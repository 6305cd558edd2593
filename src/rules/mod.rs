//! rules
mod finding;
pub use finding::*;
use crate::{Options, Reading};
pub fn check(_r:&Reading,_o:&Options)->Vec<Finding>{vec![]}
