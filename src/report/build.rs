//! In: a checked text. Out: its report; the one place where byte offsets become UTF-16 offsets.

use super::line_counts::LineCounts;
use std::collections::BTreeMap;

use super::{
    Announcement, Compilation, Datum, Diagnostic, Edit, Fix, Marker, OutlineNode, Part, Related,
    Report, Run, Segment, Silenced, SourceFacts, Span, Speech, VERSION,
};
use crate::structure::{self, PartKind, SegmentKind};
use crate::text::fold;
use crate::{Checked, fix, rules, text};

/// Builds the report of a checked text.
#[must_use]
pub fn build(checked: &Checked) -> Report {
    let counts = LineCounts::of(&checked.reading.layers.clean);
    let builder = Builder { checked, counts };
    let document = &checked.reading.document;
    Report {
        version: VERSION,
        source: builder.source(),
        segments: builder.segments(),
        compilation: document.compilation.map(|claim| Compilation {
            declared: claim.declared,
            found: document.speeches.len(),
            span: builder.span(claim.span),
        }),
        speeches: document
            .speeches
            .iter()
            .map(|s| builder.speech(s))
            .collect(),
        announcements: document
            .announcements
            .iter()
            .map(|a| builder.announcement(a))
            .collect(),
        diagnostics: builder.diagnostics(),
        silenced: builder.silenced(),
    }
}

struct Builder<'c, 's> {
    checked: &'c Checked<'s>,
    counts: LineCounts<'c>,
}

impl Builder<'_, '_> {
    fn clean(&self) -> &str {
        &self.checked.reading.layers.clean
    }

    /// A span of Clean as a span of the report.
    fn span(&self, clean: text::Span) -> Span {
        self.source_span(self.checked.reading.layers.to_source(clean))
    }

    fn source_span(&self, span: text::Span) -> Span {
        let source = self.checked.reading.layers.source;
        let start = source.position(span.start);
        Span {
            start: start.offset,
            end: source.utf16_offset(span.end),
            line: start.line,
            column: start.column,
            end_line: source.line_number(span.end),
        }
    }

    fn source(&self) -> SourceFacts {
        let source = self.checked.reading.layers.source;
        let first = self.checked.reading.document.speeches.first();
        SourceFacts {
            name: source.name.clone(),
            encoding: source.encoding,
            encoding_certainty: source.certainty.map(text::Certainty::name),
            format: source.format.name(),
            lines: source.line_count(),
            characters: self.counts.whole(),
            script: self.script(),
            genre: first.map_or("speech", |speech| speech.genre.name()),
        }
    }

    /// The segments, cutting the whole Source: what Clean leaves out belongs to the line that it stands in.
    fn segments(&self) -> Vec<Segment> {
        let segments = &self.checked.reading.document.segments;
        let layers = &self.checked.reading.layers;
        // A segment begins where the line break before it ends, be there residue or not.
        let begin = |segment: &structure::Segment| match segment.span.start {
            0 => 0,
            start => layers.to_source(text::Span::new(start - 1, start)).end,
        };
        let ends = segments
            .iter()
            .skip(1)
            .map(begin)
            .chain([layers.source.text.len()]);
        let cut = segments.iter().zip(ends);
        cut.map(|(segment, end)| self.segment(segment, text::Span::new(begin(segment), end)))
            .collect()
    }

    fn segment(&self, segment: &structure::Segment, span: text::Span) -> Segment {
        let (kind, speech) = match segment.kind {
            SegmentKind::Chrome => ("chrome", None),
            SegmentKind::LeadIn => ("leadIn", None),
            SegmentKind::Speech(index) => ("speech", Some(index)),
        };
        Segment {
            kind,
            span: self.source_span(span),
            speech,
        }
    }

    fn speech(&self, speech: &structure::Speech) -> Speech {
        let silent: usize = speech
            .parts
            .iter()
            .filter(|part| part.kind == PartKind::StageDirection)
            .map(|part| self.counts.count(part.span))
            .sum();
        let characters = self.counts.count(speech.span).saturating_sub(silent);
        let part = |part: &structure::Part| Part {
            kind: part.kind.name(),
            span: self.span(part.span),
        };
        Speech {
            title: speech.title.map(|title| self.line_of_text(title)),
            genre: speech.genre.name(),
            span: self.span(speech.span),
            parts: speech.parts.iter().map(part).collect(),
            outline: self.outline(speech),
            runs: speech.runs.iter().map(|run| self.run(run)).collect(),
            characters,
            minutes: self.minutes(characters),
        }
    }

    /// Hangs every section, and every heading without a number, under the nearest one before it that is
    /// less deep.
    fn outline(&self, speech: &structure::Speech) -> Vec<OutlineNode> {
        let mut roots = Vec::new();
        let mut open: Vec<OutlineNode> = Vec::new();
        let mut subheadings = speech.subheadings.iter().enumerate().peekable();
        for (id, section) in speech.sections.iter().enumerate() {
            while let Some((nth, heading)) =
                subheadings.next_if(|(_, heading)| heading.line < section.line)
            {
                close(&mut open, &mut roots, heading.depth);
                open.push(self.subheading(speech.sections.len() + nth, heading));
            }
            close(&mut open, &mut roots, section.depth);
            open.push(self.node(id, section));
        }
        for (nth, heading) in subheadings {
            close(&mut open, &mut roots, heading.depth);
            open.push(self.subheading(speech.sections.len() + nth, heading));
        }
        close(&mut open, &mut roots, 0);
        roots
    }

    fn subheading(&self, id: usize, heading: &structure::Subheading) -> OutlineNode {
        let characters = self.counts.count(heading.span);
        OutlineNode {
            id,
            depth: heading.depth,
            marker: None,
            title: self.line_of_text(heading.title),
            span: self.span(heading.span),
            characters,
            minutes: self.minutes(characters),
            children: Vec::new(),
        }
    }

    fn node(&self, id: usize, section: &structure::Section) -> OutlineNode {
        let characters = self.counts.count(section.span);
        OutlineNode {
            id,
            depth: section.depth,
            marker: Some(self.marker(&section.marker)),
            title: self.line_of_text(section.title),
            span: self.span(section.span),
            characters,
            minutes: self.minutes(characters),
            children: Vec::new(),
        }
    }

    fn run(&self, run: &structure::Run) -> Run {
        Run {
            within: run.within,
            span: self.span(run.span),
            markers: run
                .markers
                .iter()
                .map(|marker| self.marker(marker))
                .collect(),
        }
    }

    fn marker(&self, marker: &structure::marker::Marker) -> Marker {
        Marker {
            text: self.line_of_text(marker.span),
            style: marker.style.name(),
            ordinal: marker.ordinal,
            span: self.span(marker.span),
        }
    }

    fn announcement(&self, announcement: &structure::Announcement) -> Announcement {
        Announcement {
            span: self.span(announcement.span),
            text: self.line_of_text(announcement.span),
            declared: announcement.declared,
            found: announcement.found,
            items: announcement
                .items
                .iter()
                .map(|&item| self.span(item))
                .collect(),
        }
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut next_fix = 0;
        let findings = self.checked.findings.iter();
        findings
            .map(|finding| self.diagnostic(finding, &mut next_fix))
            .collect()
    }

    fn silenced(&self) -> Vec<Silenced> {
        let findings = self.checked.silenced.iter();
        findings
            .map(|finding| Silenced {
                id: id_of(finding),
                code: finding.code,
                hash: finding.identity.to_string(),
                nth: finding.identity.nth,
                span: self.source_span(finding.span),
                message: finding
                    .words
                    .render(self.checked.options.language, &finding.data),
            })
            .collect()
    }

    fn diagnostic(&self, finding: &rules::Finding, next_fix: &mut usize) -> Diagnostic {
        let language = self.checked.options.language;
        let source = self.checked.reading.layers.source;
        let units = |byte| source.utf16_offset(byte);
        // Inserted one by one: collecting would link a sort of its own.
        let mut data = BTreeMap::new();
        for (name, datum) in &finding.data {
            data.insert(*name, datum.into());
        }
        let related = |related: &rules::Related| Related {
            span: self.source_span(related.span),
            message: related.words.render(language, &finding.data),
        };
        let fix = |fix: &fix::Fix| {
            *next_fix += 1;
            self.fix(fix, *next_fix - 1, finding)
        };
        Diagnostic {
            id: id_of(finding),
            code: finding.code,
            severity: finding.severity.name(),
            speech: finding.speech,
            span: self.source_span(finding.span),
            occurrences: finding
                .occurrences
                .iter()
                .flat_map(|span| [units(span.start), units(span.end)])
                .collect(),
            data,
            message: finding.words.render(language, &finding.data),
            related: finding.related.iter().map(related).collect(),
            fixes: finding.fixes.iter().map(fix).collect(),
        }
    }

    fn fix(&self, fix: &fix::Fix, id: usize, finding: &rules::Finding) -> Fix {
        Fix {
            id,
            title: fix
                .title
                .render(self.checked.options.language, &finding.data),
            safety: fix.safety.name(),
            edit_count: fix.edits.len(),
            edits: fix.edits.iter().map(|edit| self.edit(edit)).collect(),
        }
    }

    fn edit(&self, edit: &fix::Edit) -> Edit {
        let source = self.checked.reading.layers.source;
        Edit {
            start: source.utf16_offset(edit.span.start),
            end: source.utf16_offset(edit.span.end),
            text: edit.text.clone(),
        }
    }

    /// Which script the text is in: `mixed` where the rarer one has more than a tenth of the characters that
    /// tell the scripts apart.
    fn script(&self) -> &'static str {
        if !self.checked.reading.layers.is_traditional() {
            return "simplified";
        }
        let (mut traditional, mut simplified) = (0_usize, 0_usize);
        for character in self.clean().chars() {
            traditional += usize::from(fold::is_traditional(character));
            simplified += usize::from(fold::is_simplified_only(character));
        }
        if traditional.min(simplified) * 10 > traditional + simplified {
            "mixed"
        } else if traditional > simplified {
            "traditional"
        } else {
            "simplified"
        }
    }

    fn minutes(&self, characters: usize) -> f64 {
        let spoken = u32::try_from(characters).unwrap_or(u32::MAX);
        let tenths = f64::from(spoken) * 10.0 / self.checked.options.speaking_rate;
        tenths.round() / 10.0
    }

    fn line_of_text(&self, span: text::Span) -> String {
        span.slice(self.clean()).trim().to_owned()
    }
}

/// Ends the open nodes that are as deep as `depth` or deeper: each becomes a child of the one before.
fn close(open: &mut Vec<OutlineNode>, roots: &mut Vec<OutlineNode>, depth: usize) {
    while open.last().is_some_and(|node| node.depth >= depth.max(1)) {
        let Some(node) = open.pop() else { return };
        match open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => roots.push(node),
        }
    }
}

impl From<&rules::Datum> for Datum {
    fn from(datum: &rules::Datum) -> Self {
        match datum {
            rules::Datum::Number(number) => Self::Number(*number),
            rules::Datum::Text(text) => Self::Text(text.clone()),
        }
    }
}

/// What a finding is known by outside; [`Silenced::from_id`](crate::Silenced::from_id) reads it.
fn id_of(finding: &rules::Finding) -> String {
    let identity = finding.identity;
    format!("{}-{identity}-{}", finding.code, identity.nth)
}
