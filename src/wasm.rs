//! The JavaScript border: free functions on strings and plain objects, the only module that knows JavaScript.
//!
//! In: a text and options. Out: the report as plain objects, or an `Error` with a `code` and a sentence. A report's fixes
//! carry no edits unless asked (thousands of places would cross the border); their edits are fetched by fix id from the newest
//! checked text, which is kept here. A fix id is never used twice, so an old one is an error and never a wrong edit.

mod configuration;
mod errors;
mod files;
mod json;
mod numbers;
mod options;
mod rule_help;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JsString, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Performance;

use crate::report::{self, Report};
use crate::residue::garble::Memory;
use crate::text::Source;
use crate::{Checked, converge, fix, split};
use errors::BorderError;
use json::plain;
use options::Choice;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../www/src/core/types.ts");

thread_local! {
    /// Shared by reference count, so that no borrow is held while the core works: a trap would leave it held for ever.
    static NEWEST: RefCell<Rc<Newest>> = RefCell::default();
    /// What was found garbled in the newest text, so that a key typed searches one line anew and not the text.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// The newest checked text and its fixes.
#[derive(Default)]
struct Newest {
    source: Option<Source>,
    fixes: Vec<fix::Fix>,
    /// The id of the first fix; the others follow in order.
    first_fix_id: u32,
}

/// Checks a text.
///
/// # Errors
/// The text is not a string, or an option is not one.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let choice = Choice::read(options)?;
    let source = choice.source(string(text)?);
    Ok(report_on(source, &choice)?)
}

/// The edits of these fixes of the newest checked text, sorted, all of them together.
///
/// # Errors
/// An id is not of the newest checked text, or two fixes would change the same place.
#[wasm_bindgen(unchecked_return_type = "Edit[]")]
pub fn edits(
    #[wasm_bindgen(js_name = fixIds, unchecked_param_type = "number[]")] fix_ids: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let newest = newest();
    let (_, outcome) = newest.apply(fix_ids)?;
    if !outcome.skipped.is_empty() {
        return Err(BorderError::ConflictingFixes.into());
    }
    Ok(plain(&newest.in_utf16(&outcome.edits))?)
}

/// Applies fixes of the newest checked text, as many as do not touch each other, in the order given.
///
/// # Errors
/// The text is not the newest checked one, or an id is not of it.
#[wasm_bindgen(js_name = applyFixes, unchecked_return_type = "Fixed")]
pub fn apply_fixes(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(js_name = fixIds, unchecked_param_type = "number[]")] fix_ids: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let newest = newest();
    if newest
        .source
        .as_ref()
        .is_none_or(|source| string(text).is_ok_and(|text| text != source.text))
    {
        return Err(BorderError::StaleText.into());
    }
    let (ids, outcome) = newest.apply(fix_ids)?;
    let chosen = |places: &[usize]| -> Array {
        places
            .iter()
            .map(|&place| JsValue::from(ids[place]))
            .collect()
    };
    let edits = newest.in_utf16(&outcome.edits);
    let members = [
        ("text", edited(text, &edits)),
        ("edits", plain(&edits)?),
        ("applied", chosen(&outcome.applied).into()),
        ("skipped", chosen(&outcome.skipped).into()),
    ];
    object(&members).map_err(Into::into)
}

/// Repairs a text until no safe fix is left; with `only`, until the first fix of each finding of these codes is made.
///
/// # Errors
/// The text is not a string, or an option is not one.
#[wasm_bindgen(js_name = fixAll, unchecked_return_type = "FixedAll")]
pub fn fix_all(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "FixAllOptions")] options: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let choice = Choice::read(options)?;
    let source = choice.source(string(text)?);
    let (edits, applied, settled) = repairs(&source, &choice);
    let edits = in_utf16(&source, &edits);
    let members = [
        ("text", edited(text, &edits)),
        ("edits", plain(&edits)?),
        ("applied", applied.into()),
        ("settled", settled.into()),
    ];
    object(&members).map_err(Into::into)
}

/// The edits of all chosen fixes, how many fixes they are, and whether nothing is left. Places of automatic numbers
/// are known only in the text as it came, so that such a text is repaired in one round.
fn repairs(source: &Source, choice: &Choice) -> (Vec<fix::Edit>, usize, bool) {
    if choice.synthesised.is_empty() {
        let converged = converge::converge(&source.text, &choice.options, &choice.selection);
        return (converged.edits, converged.fixes, converged.settled);
    }
    let checked = crate::check(source, &choice.options);
    let findings = checked.findings.iter();
    let applied = fix::apply(
        &source.text,
        findings.filter_map(|finding| choice.selection.fix_of(finding)),
    );
    let settled = applied.skipped.is_empty();
    (applied.edits, applied.applied.len(), settled)
}

/// The speeches of a compilation, each as a clean text of its own, with a name for its file.
///
/// # Errors
/// The text is not a string, or an option is not one.
#[wasm_bindgen(unchecked_return_type = "SplitSpeech[]")]
pub fn split(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let choice = Choice::read(options)?;
    let source = Source::new(choice.name, string(text)?);
    let mut file_names = split::FileNames::default();
    let speeches = split::split(&crate::read(&source, &choice.options));
    let answer = speeches.into_iter().map(|speech| NamedSpeech {
        name: file_names.next(speech.title.as_deref()),
        speech,
    });
    Ok(plain(&answer.collect::<Vec<_>>())?)
}

#[derive(Serialize)]
struct NamedSpeech {
    name: String,
    #[serde(flatten)]
    speech: split::SplitSpeech,
}

/// The outlines of all speeches as Markdown.
///
/// # Errors
/// The text is not a string, or an option is not one.
#[wasm_bindgen(js_name = outlineMarkdown)]
pub fn outline_markdown(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<String, js_sys::Error> {
    let choice = Choice::read(options)?;
    let source = choice.source(string(text)?);
    let reading = crate::read(&source, &choice.options);
    let report = report::build(&Checked::unchecked(reading, &choice.options));
    Ok(report::outline_markdown(&report))
}

/// Every rule, in the words of one language; simplified Chinese unless told.
///
/// # Errors
/// The language is not one of ours.
#[wasm_bindgen(unchecked_return_type = "Rule[]")]
pub fn rules(
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] lang: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let language = options::language_or_default(lang)?;
    Ok(plain(&rule_help::all(language))?)
}

/// Reports on a source and keeps it, with its fixes, as the newest.
fn report_on(source: Source, choice: &Choice) -> Result<JsValue, BorderError> {
    let begin = now();
    let mut memory = MEMORY.take();
    let checked = crate::check_again(&source, &choice.options, &mut memory);
    MEMORY.set(memory);
    let mut report = report::build(&checked);
    let fixes = take_fixes(checked);
    let first_fix_id = newest().next_fix_id().max(choice.first_fix_id);
    number_fixes(&mut report, first_fix_id);
    if !choice.with_edits {
        leave_out_edits(&mut report);
    }
    let value = plain(&report)?;
    NEWEST.set(Rc::new(Newest {
        source: Some(source),
        fixes,
        first_fix_id,
    }));
    if let (Some(begin), Some(end)) = (begin, now()) {
        set(&value, "milliseconds", &(end - begin).into())?;
    }
    Ok(value)
}

/// All fixes in the order in which the report numbers them.
fn take_fixes(checked: Checked) -> Vec<fix::Fix> {
    checked
        .findings
        .into_iter()
        .flat_map(|finding| finding.fixes)
        .collect()
}

fn number_fixes(report: &mut Report, first_fix_id: u32) {
    for fix in fixes_of(report) {
        fix.id = fix.id.wrapping_add(first_fix_id as usize);
    }
}

fn leave_out_edits(report: &mut Report) {
    for fix in fixes_of(report) {
        fix.edits = Vec::new();
    }
}

fn fixes_of(report: &mut Report) -> impl Iterator<Item = &mut report::Fix> {
    let diagnostics = report.diagnostics.iter_mut();
    diagnostics.flat_map(|diagnostic| &mut diagnostic.fixes)
}

fn newest() -> Rc<Newest> {
    NEWEST.with_borrow(Rc::clone)
}

impl Newest {
    fn next_fix_id(&self) -> u32 {
        self.first_fix_id.wrapping_add(unit(self.fixes.len()))
    }

    /// The ids as numbers, and what comes of applying their fixes.
    fn apply(&self, fix_ids: &JsValue) -> Result<(Vec<u32>, fix::Applied), BorderError> {
        let ids: Vec<u32> = numbers::wholes(fix_ids)
            .ok_or(BorderError::Argument("fixIds", "an array of whole numbers"))?;
        let chosen = ids
            .iter()
            .map(|&id| self.fix(id))
            .collect::<Result<Vec<_>, _>>()?;
        let text = self.source.as_ref().map_or("", |source| &source.text);
        Ok((ids, fix::apply(text, chosen)))
    }

    fn fix(&self, id: u32) -> Result<&fix::Fix, BorderError> {
        let place = id.wrapping_sub(self.first_fix_id);
        self.fixes
            .get(place as usize)
            .ok_or(BorderError::UnknownFix(id))
    }

    fn in_utf16(&self, edits: &[fix::Edit]) -> Vec<report::Edit> {
        self.source
            .as_ref()
            .map_or_else(Vec::new, |source| in_utf16(source, edits))
    }
}

fn in_utf16(source: &Source, edits: &[fix::Edit]) -> Vec<report::Edit> {
    let edit = |edit: &fix::Edit| report::Edit {
        start: source.utf16_offset(edit.span.start),
        end: source.utf16_offset(edit.span.end),
        text: edit.text.clone(),
    };
    edits.iter().map(edit).collect()
}

/// Put together from JavaScript's own string: Rust's copy has U+FFFD where a surrogate stood alone.
fn edited(text: &JsValue, edits: &[report::Edit]) -> JsValue {
    let text: &JsString = text.unchecked_ref();
    let piece = |from: usize, to: usize| text.slice(unit(from), unit(to));
    let pieces = Array::new();
    let mut from = 0;
    for edit in edits {
        pieces.push(&piece(from, edit.start));
        pieces.push(&edit.text.as_str().into());
        from = edit.end;
    }
    pieces.push(&piece(from, text.length() as usize));
    pieces.join("").into()
}

/// No JavaScript string or array is longer than a u32 counts.
fn unit(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

fn string(value: &JsValue) -> Result<String, BorderError> {
    value
        .as_string()
        .ok_or(BorderError::Argument("text", "a string"))
}

fn object(members: &[(&str, JsValue)]) -> Result<JsValue, BorderError> {
    let object = js_sys::Object::new().into();
    for (name, value) in members {
        set(&object, name, value)?;
    }
    Ok(object)
}

fn set(object: &JsValue, name: &str, value: &JsValue) -> Result<(), BorderError> {
    Reflect::set(object, &name.into(), value)
        .map_err(|_| BorderError::Answer(format!("no {name} can be set")))?;
    Ok(())
}

/// Milliseconds on the clock of the page or worker; nothing where the host has no such clock.
fn now() -> Option<f64> {
    let clock = Reflect::get(&js_sys::global(), &"performance".into()).ok()?;
    Some(clock.dyn_ref::<Performance>()?.now())
}
