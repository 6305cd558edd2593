//! Word files that real programs wrote, read as Word shows them: each `NAME.docx` of tests/office beside the text that the
//! standard gives it. tests/office/make has the scripts that made them.

mod office {
    mod hostile;
    mod second_opinion;
    mod writers;
    mod zip;
}
