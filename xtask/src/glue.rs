//! The script that wasm-bindgen writes between the page and its program: comments and indentation go.
//!
//! Works line by line, which is right only where no text and no comment begins amid one line and ends in another. That
//! is so in what wasm-bindgen writes; a script in which it cannot be ruled out is left as it is.

/// The script without the lines that are comments, without empty lines and without indentation; `None` where a line
/// might be part of a text.
pub fn reduced(script: &str) -> Option<String> {
    let mut kept = String::with_capacity(script.len());
    let mut within_comment = false;
    for line in script.lines().map(str::trim) {
        if within_comment || line.starts_with("/*") {
            within_comment = match line.find("*/") {
                None => true,
                Some(at) if at + 2 == line.len() => false,
                Some(_) => return None,
            };
        } else if !line.is_empty() && !line.starts_with("//") {
            if !stands_alone(line) {
                return None;
            }
            kept.push_str(line);
            kept.push('\n');
        }
    }
    (!within_comment).then_some(kept)
}

/// Whether no text and no comment that goes on in the next line can begin in this one.
fn stands_alone(line: &str) -> bool {
    let even = line.matches('`').count().is_multiple_of(2);
    // With a brace left open between two backquotes, the second would open another text instead of closing the first.
    let closed = line.split('`').skip(1).step_by(2).all(braces_close);
    even && closed && !line.contains("/*") && !line.ends_with('\\')
}

/// Whether every brace that is opened is closed, and none that is not.
fn braces_close(text: &str) -> bool {
    let depth = text.chars().try_fold(0_usize, |depth, letter| match letter {
        '{' => Some(depth + 1),
        '}' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_empty_lines_and_indentation_go() {
        let script = "export class A {\n    /**\n     * @returns {number}\n     */\n    get a() {\n        // TODO `x`, it's\n\n\
                      \x20       return `${this.b} // c`;\r\n    }\n}\n/* one line */\nlet u = `a` + `${b}` + 'https://a.example/';";
        let expected = "export class A {\nget a() {\nreturn `${this.b} // c`;\n}\n}\nlet u = `a` + `${b}` + 'https://a.example/';\n";
        assert_eq!(reduced(script).as_deref(), Some(expected));
    }

    #[test]
    fn a_script_in_which_a_line_may_be_part_of_a_text_is_left_as_it_is() {
        let scripts = [
            "let a = `b\n    // c\n`;",
            "let a = `b${`c\n    // d\n`}`;",
            "let a = 'b\\\n    // c';",
            "let a = 1; /* b\n    // c */ let d = 2;",
            "/* a */ let b = 1;",
            "/*\n a */ let b = 1;",
            "/* a\n",
            "let a = `}b${ {} `c\n    // d\n`}`;",
        ];
        for script in scripts {
            assert_eq!(reduced(script), None, "{script}");
        }
    }
}
