//! r
pub fn renumber() {}
