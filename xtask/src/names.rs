//! The names by which a program and its script know each other: long and each with a number of its own as wasm-bindgen
//! gives them, which packs badly, and twice; here they become short.

use std::collections::HashMap;

use anyhow::{Result, ensure};

use crate::wasm;

/// How the name of the script ends as the program knows it: by that wasm-bindgen's imports are told from others.
const SCRIPT: &str = "_bg.js";

/// What the script is called instead.
const SHORT: &str = ".";

/// The program and its script, under short names in both.
///
/// # Errors
///
/// Where the program is no whole module, or the script does not know its names.
pub fn shortened(program: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let asked = wasm::asked(program)?;
    let of_script = || asked.iter().filter(|(module, _)| module.ends_with(SCRIPT));
    let mut short = HashMap::new();
    for (number, (_, name)) in of_script().enumerate() {
        short.insert(name.as_str(), format!("_{number}"));
    }
    let Some((module, _)) = of_script().next() else { return Ok((program.to_vec(), script.to_owned())) };
    let quoted = format!("\"{module}\"");
    ensure!(script.matches(&quoted).count() == 1, "the script of the program does not name itself {module} once");
    let script = words(script)
        .map(|word| short.get(word).map_or(word, String::as_str))
        .collect::<String>()
        .replace(&quoted, &format!("\"{SHORT}\""));
    let renamed = wasm::renamed(program, |from, name| {
        let short = short.get(name).filter(|_| from.ends_with(SCRIPT))?;
        Some((SHORT.to_owned(), short.clone()))
    })?;
    let mut places: HashMap<&str, usize> = HashMap::new();
    for word in words(&script) {
        *places.entry(word).or_default() += 1;
    }
    for (name, short) in &short {
        let found = places.get(short.as_str()).copied().unwrap_or_default();
        ensure!(found == 1, "the script of the program has {found} places for {name}, one was expected");
    }
    Ok((renamed, script))
}

/// A script cut into its names and what stands between them.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = of_name(rest.chars().next()?);
        let end = rest.find(|letter| of_name(letter) != first).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ImportSection, Module, TypeSection};

    use super::*;

    /// A module that asks for functions.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let (mut types, mut asked) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        for (module, name) in imports {
            asked.import(module, name, EntityType::Function(0));
        }
        let mut made = Module::new();
        made.section(&types).section(&asked);
        made.finish()
    }

    #[test]
    fn what_the_script_gives_has_a_short_name_in_both_and_what_others_give_its_own() -> Result<()> {
        let program = module(&[("./a_bg.js", "__wbg_b_12"), ("./parts.js", "__load"), ("./a_bg.js", "__wbg_b_1")]);
        let script =
            "const i = {__wbg_b_1: x,\n__wbg_b_12: __wbg_b};\nreturn {\"./a_bg.js\": i, './parts.js': p.__load};";
        let (short, given) = shortened(&program, script)?;
        assert_eq!(short, module(&[(".", "_0"), ("./parts.js", "__load"), (".", "_1")]));
        assert_eq!(given, "const i = {_1: x,\n_0: __wbg_b};\nreturn {\".\": i, './parts.js': p.__load};");
        Ok(())
    }

    #[test]
    fn a_script_that_lacks_a_name_or_has_it_twice_is_an_error() {
        let program = module(&[("./a_bg.js", "__wbg_b_1")]);
        for script in [
            "{\"./a_bg.js\": {}}",
            "{\"./a_bg.js\": {__wbg_b_1: 1, c: __wbg_b_1}}",
            "{\"./a_bg.js\": {__wbg_b_1: _0}}",
            "{\"./b_bg.js\": {__wbg_b_1: 1}}",
        ] {
            assert!(shortened(&program, script).is_err(), "{script}");
        }
    }

    #[test]
    fn a_program_that_asks_its_script_for_nothing_stays_as_it_is() -> Result<()> {
        let program = module(&[("./parts.js", "__load")]);
        assert_eq!(shortened(&program, "a")?, (program, "a".to_owned()));
        Ok(())
    }
}
