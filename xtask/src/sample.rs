//! Assessments made up for the benchmark: always the same ones.

use std::io::{self, Write};

/// The twelve expectations that an assessment begins with.
const ITEMS: &[&str] = &["O1", "O2", "O3", "O4", "O6", "S1", "S2", "S3", "M1", "M2", "M3", "M5"];

/// The five things that a side can put in.
const CONTRIBUTIONS: &[&str] = &["funding", "resources", "people", "participation", "time"];

/// The ten practices.
const PRACTICES: &[&str] = &["VP1", "VP2", "VP3", "VP4", "VP5", "VP6", "VP7", "VP8", "VP9", "VP10"];

/// The three phases.
const PHASES: &[&str] = &["plan", "launch", "sustain"];

/// Writes that many assessments, one a line, in the format of the assessment file. A fifth of the answers are unknown:
/// half of these `null`, half absent.
pub fn write(out: &mut impl Write, count: u32) -> io::Result<()> {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for number in 1..=count {
        assessment(out, &mut chance, number)?;
    }
    Ok(())
}

fn assessment(out: &mut impl Write, chance: &mut Chance, number: u32) -> io::Result<()> {
    let (a, b) = (chance.next(), chance.next());
    // Like a random UUID of version 4, with the number in front so that no two are alike.
    write!(
        out,
        r#"{{"format":"common-ground/assessment","version":1,"id":"{number:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}""#,
        a & 0xFFFF,
        (a >> 16) & 0xFFF,
        (a >> 28) & 0xFFF,
        b & 0xFFFF_FFFF_FFFF
    )?;
    let phase = chance.pick(PHASES).unwrap_or("plan");
    write!(out, r#","community":{{"name":"Community {number}","phase":"{phase}"}},"items":["#)?;
    list(out, ITEMS.iter().map(|item| format!("\"{item}\"")))?;
    out.write_all(b"]")?;
    for side in ["organisation", "members"] {
        write!(out, r#","{side}":{{"#)?;
        for group in ["importance", "delivered"] {
            write!(out, r#""{group}":{{"#)?;
            list(out, ITEMS.iter().filter_map(|item| Some(format!("\"{item}\":{}", chance.answer()?))))?;
            out.write_all(b"},")?;
        }
        if let Some(worth) = chance.answer() {
            write!(out, r#""worth":{worth},"#)?;
        }
        out.write_all(br#""contribution":{"#)?;
        list(out, levels(CONTRIBUTIONS, chance))?;
        out.write_all(b"}}")?;
    }
    out.write_all(br#","practices":{"#)?;
    list(out, levels(PRACTICES, chance))?;
    out.write_all(b"}}\n")
}

/// The answers that stand in an object of their own.
fn levels(names: &[&str], chance: &mut Chance) -> impl Iterator<Item = String> {
    names.iter().filter_map(|name| Some(format!(r#""{name}":{{"level":{}}}"#, chance.answer()?)))
}

fn list(out: &mut impl Write, parts: impl Iterator<Item = String>) -> io::Result<()> {
    let parts: Vec<String> = parts.collect();
    out.write_all(parts.join(",").as_bytes())
}

/// A generator of numbers that look random: xorshift64* (Marsaglia 2003, Vigna 2016). Its state is never zero.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `limit`, by the upper bits, which are the better ones.
    fn below(&mut self, limit: u64) -> u64 {
        (self.next() >> 33) % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> Option<&'a str> {
        let index = usize::try_from(self.below(from.len() as u64)).ok()?;
        from.get(index).copied()
    }

    /// An answer as JSON: a step from 0 to 4, `null`, or nothing.
    fn answer(&mut self) -> Option<&'static str> {
        match self.below(10) {
            0 => None,
            1 => Some("null"),
            _ => ["0", "1", "2", "3", "4"].get(usize::try_from(self.below(5)).ok()?).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::Value;

    use super::*;

    fn lines(count: u32) -> Vec<String> {
        let mut out = Vec::new();
        assert!(write(&mut out, count).is_ok());
        String::from_utf8_lossy(&out).lines().map(str::to_owned).collect()
    }

    fn parsed(count: u32) -> Vec<Value> {
        lines(count).iter().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// Every answer that could stand in an assessment: its text where it stands.
    fn answers(assessment: &Value) -> Vec<Option<&Value>> {
        let mut found = Vec::new();
        for side in ["organisation", "members"] {
            for item in ITEMS {
                found.push(assessment.pointer(&format!("/{side}/importance/{item}")));
                found.push(assessment.pointer(&format!("/{side}/delivered/{item}")));
            }
            for kind in CONTRIBUTIONS {
                found.push(assessment.pointer(&format!("/{side}/contribution/{kind}/level")));
            }
            found.push(assessment.pointer(&format!("/{side}/worth")));
        }
        for practice in PRACTICES {
            found.push(assessment.pointer(&format!("/practices/{practice}/level")));
        }
        found
    }

    #[test]
    fn every_line_is_an_assessment_of_twelve_items_with_an_id_of_its_own() {
        let all = parsed(300);
        assert_eq!(all.len(), 300);
        let ids: HashSet<&str> = all.iter().filter_map(|one| one.get("id")?.as_str()).collect();
        assert_eq!(ids.len(), 300);
        assert!(ids.iter().all(|id| id.len() == 36 && id.as_bytes().get(14) == Some(&b'4')));
        for one in &all {
            assert_eq!(one.pointer("/format").and_then(Value::as_str), Some("common-ground/assessment"));
            assert_eq!(one.pointer("/items").and_then(Value::as_array).map(Vec::len), Some(12));
            let phase = one.pointer("/community/phase").and_then(Value::as_str);
            assert!(phase.is_some_and(|phase| PHASES.contains(&phase)));
        }
    }

    #[test]
    fn a_fifth_of_the_answers_are_unknown_half_of_them_null_and_the_rest_steps() {
        let all = parsed(300);
        let found: Vec<Option<&Value>> = all.iter().flat_map(answers).collect();
        let share = |count: usize| count * 1000 / found.len();
        let absent = found.iter().filter(|answer| answer.is_none()).count();
        let null = found.iter().filter(|answer| answer.is_some_and(Value::is_null)).count();
        let steps = found.iter().filter(|answer| answer.and_then(Value::as_u64).is_some_and(|step| step <= 4)).count();
        assert!((90..=110).contains(&share(absent)), "{absent} of {}", found.len());
        assert!((90..=110).contains(&share(null)), "{null} of {}", found.len());
        assert_eq!(absent + null + steps, found.len());
    }

    #[test]
    fn the_same_assessments_are_written_each_time() {
        assert_eq!(lines(20), lines(20));
        assert_eq!(lines(20).first(), lines(1).first());
    }
}
