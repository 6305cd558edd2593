//! In: the cells of a table's row, as they end. Out: the row as one line, with tabs between its cells; where a cell has several
//! lines, as often in forms and layouts, each of them stays a line.

use crate::input::text_builder::Built;

/// A row that has begun.
#[derive(Debug, Default)]
pub struct Row {
    start: usize,
    /// Where the line break of each cell is.
    breaks: Vec<usize>,
    is_stacked: bool,
    /// A tracked change has deleted it.
    pub is_deleted: bool,
}

impl Row {
    pub fn new(text: &Built) -> Self {
        Self {
            start: text.len(),
            ..Self::default()
        }
    }

    /// Takes note of a cell that began at this offset and has just ended.
    pub fn end_cell(&mut self, start: usize, text: &mut Built) {
        let cell = text.text.get(start..).unwrap_or_default();
        let lines = cell.matches('\n').count();
        if !cell.ends_with('\n') {
            text.push("\n");
        } else if lines > 1 {
            self.is_stacked = true;
        }
        self.breaks.push(text.len() - 1);
    }

    /// Gives the row its form.
    pub fn finish(mut self, text: &mut Built) {
        if self.is_deleted {
            text.truncate(self.start);
            return;
        }
        // The last cell ends the line.
        self.breaks.pop();
        if !self.is_stacked {
            for at in self.breaks {
                text.break_to_tab(at);
            }
        }
    }
}
