//! What is changed in a finished WebAssembly module: sections that nobody reads in a release page go, numbers are
//! written in as few bytes as they need, what it asks for gets other names, and its table of functions is given out.

use anyhow::{Error, Result, anyhow, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CodeSection, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{BinaryReader, CodeSectionReader, ExportSectionReader, Import, ImportSectionReader, Parser, Payload};

/// The custom sections that are left out: the names of functions, what compiled them, what cut them, and what the
/// linker left for that. A program runs the same with and without them.
const SPARE: &[&str] = &["name", "producers", "__wasm_split_unstable", "linking", "reloc.CODE", "reloc.DATA"];

/// The name that linkers use for the table in which functions stand by number.
const TABLE: &str = "__indirect_function_table";

/// A module without its spare sections, and without the room that linkers leave in the code for numbers that they put
/// in later: five bytes each, where one or two do. The content of every other section stays.
///
/// # Errors
///
/// Where it is no whole module.
pub fn lightened(module: &[u8]) -> Result<Vec<u8>> {
    sections(module, |made, payload, section| {
        match payload {
            Payload::CustomSection(custom) if SPARE.contains(&custom.name()) => {}
            Payload::CodeSectionStart { .. } => {
                let functions = CodeSectionReader::new(BinaryReader::new(section.data, 0)).map_err(broken)?;
                let mut code = CodeSection::new();
                RoundtripReencoder.parse_code_section(&mut code, functions).map_err(broken)?;
                made.section(&code);
            }
            _ => {
                made.section(&section);
            }
        }
        Ok(())
    })
}

/// What a module asks for: the names of another module, and what it wants of that.
///
/// # Errors
///
/// Where it is no whole module.
pub fn asked(module: &[u8]) -> Result<Vec<(String, String)>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(reader) = payload.map_err(broken)? {
            for import in reader.into_imports() {
                let import = import.map_err(broken)?;
                names.push((import.module.to_owned(), import.name.to_owned()));
            }
        }
    }
    Ok(names)
}

/// A module that asks for the same under other names; `None` leaves one as it is. Every other section stays.
///
/// # Errors
///
/// Where it is no whole module.
pub fn renamed(module: &[u8], name: impl Fn(&str, &str) -> Option<(String, String)>) -> Result<Vec<u8>> {
    sections(module, |made, payload, section| {
        if let Payload::ImportSection(reader) = payload {
            made.section(&under_other_names(reader.clone(), &name)?);
        } else {
            made.section(&section);
        }
        Ok(())
    })
}

fn under_other_names(
    reader: ImportSectionReader,
    name: impl Fn(&str, &str) -> Option<(String, String)>,
) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    for import in reader.into_imports() {
        let import = import.map_err(broken)?;
        let other = name(import.module, import.name);
        let (module, name) = other.as_ref().map_or((import.module, import.name), |(module, name)| (module, name));
        RoundtripReencoder.parse_import(&mut imports, Import { module, name, ..import }).map_err(broken)?;
    }
    Ok(imports)
}

/// A module that gives out its first table too; every other section stays.
///
/// # Errors
///
/// Where it is no whole module, or gives out nothing.
pub fn with_table(module: &[u8]) -> Result<Vec<u8>> {
    let mut given = false;
    let made = sections(module, |made, payload, section| {
        if let Payload::ExportSection(reader) = payload {
            made.section(&and_table(reader.clone())?);
            given = true;
        } else {
            made.section(&section);
        }
        Ok(())
    })?;
    ensure!(given, "the program of the page gives out nothing");
    Ok(made)
}

/// What a module gives out, and its first table.
fn and_table(reader: ExportSectionReader) -> Result<ExportSection> {
    let mut exports = ExportSection::new();
    for export in reader {
        let export = export.map_err(broken)?;
        let kind = RoundtripReencoder.export_kind(export.kind).map_err(broken)?;
        exports.export(export.name, kind, export.index);
    }
    exports.export(TABLE, ExportKind::Table, 0);
    Ok(exports)
}

/// Goes through the sections of a module and makes another of what is taken over.
fn sections(module: &[u8], mut take: impl FnMut(&mut Module, &Payload, RawSection) -> Result<()>) -> Result<Vec<u8>> {
    let mut made = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(broken)?;
        if let Some((id, range)) = payload.as_section() {
            let at = |place: u64| usize::try_from(place).unwrap_or(usize::MAX);
            let data = module.get(at(range.start)..at(range.end)).unwrap_or_default();
            take(&mut made, &payload, RawSection { id, data })?;
        }
    }
    Ok(made.finish())
}

fn broken(why: impl std::fmt::Display) -> Error {
    anyhow!("the program of the page is no whole WebAssembly module: {why}")
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CustomSection, FunctionSection, Section, TypeSection};

    use super::*;

    /// A section as it lies in a module.
    fn section(section: &impl Section) -> Vec<u8> {
        let mut bytes = Vec::new();
        section.append_to(&mut bytes);
        bytes
    }

    /// A module of some sections.
    fn module(sections: &[Vec<u8>]) -> Vec<u8> {
        [Module::HEADER.to_vec(), sections.concat()].concat()
    }

    fn custom(name: &str) -> Vec<u8> {
        section(&CustomSection { name: name.into(), data: b"ab".as_slice().into() })
    }

    fn types() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        section(&types)
    }

    fn exports(names: &[(&str, ExportKind)]) -> Vec<u8> {
        let mut exports = ExportSection::new();
        for (name, kind) in names {
            exports.export(name, *kind, 0);
        }
        section(&exports)
    }

    #[test]
    fn names_and_producers_go_and_every_other_section_stays() -> Result<()> {
        let (types, features) = (types(), custom("target_features"));
        let whole = module(&[features.clone(), types.clone(), custom("name"), custom("producers")]);
        assert_eq!(lightened(&whole)?, module(&[features, types]));
        Ok(())
    }

    #[test]
    fn a_number_in_the_code_takes_no_more_bytes_than_it_needs() -> Result<()> {
        let one = |body: &[u8]| {
            let size = u8::try_from(body.len())?;
            // Section 10 of one function.
            Ok::<_, Error>([&[10, size + 2, 1, size], body].concat())
        };
        // No locals; call function 3; i32.const -1; drop; end.
        let padded = one(&[0, 0x10, 0x83, 0x80, 0x80, 0x80, 0, 0x41, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x1a, 0x0b])?;
        let short = one(&[0, 0x10, 3, 0x41, 0x7f, 0x1a, 0x0b])?;
        let mut functions = FunctionSection::new();
        functions.function(0);
        let of_code = |code: Vec<u8>| module(&[types(), section(&functions), code]);
        assert_eq!(lightened(&of_code(padded))?, of_code(short.clone()));
        assert_eq!(lightened(&of_code(short.clone()))?, of_code(short));
        Ok(())
    }

    #[test]
    fn the_table_of_functions_is_given_out_beside_what_was() -> Result<()> {
        let (types, features) = (types(), custom("target_features"));
        let before = module(&[types.clone(), exports(&[("a", ExportKind::Func)]), features.clone()]);
        let after = exports(&[("a", ExportKind::Func), ("__indirect_function_table", ExportKind::Table)]);
        assert_eq!(with_table(&before)?, module(&[types.clone(), after, features]));
        assert!(with_table(&module(&[types])).is_err(), "a module that gives out nothing");
        Ok(())
    }

    #[test]
    fn only_custom_sections_of_exactly_these_names_are_taken() -> Result<()> {
        let alike = module(&[custom("names"), custom("nam"), custom(""), types()]);
        assert_eq!(lightened(&alike)?, alike);
        Ok(())
    }

    #[test]
    fn a_module_cut_anywhere_within_a_section_is_an_error() {
        let sections = [types(), custom("name"), custom("x")];
        let first = |count| sections.iter().take(count).cloned().collect::<Vec<_>>();
        let ends: Vec<usize> = (0..=sections.len()).map(|count| module(&first(count)).len()).collect();
        let whole = module(&sections);
        for length in 0..=whole.len() {
            let part = whole.get(..length).unwrap_or_default();
            assert_eq!(lightened(part).is_ok(), ends.contains(&length), "cut to {length}");
        }
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(lightened(b"<!doctype html>").is_err(), "another kind of file");
        assert!(lightened(b"\0asm\x02\0\0\0").is_err(), "another version");
    }
}
