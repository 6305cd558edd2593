//! Writes zips, and lets them lie about the sizes of their entries.

/// A zip of deflated entries, each with the size that it claims.
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

impl Zip {
    pub fn new() -> Self {
        Self {
            bytes: Vec::new(),
            directory: Vec::new(),
            entries: 0,
        }
    }

    /// Adds an entry with the size and the checksum that it claims.
    pub fn add(mut self, name: &str, packed: &[u8], claimed: u32, crc: u32) -> Self {
        let offset = u32::try_from(self.bytes.len()).expect("it is small");
        let size = u32::try_from(packed.len()).expect("it is small");
        let length = u16::try_from(name.len()).expect("it is short");
        let mut fields = Vec::new();
        for field in [20u16, 0, 8, 0, 0] {
            fields.extend(field.to_le_bytes());
        }
        for field in [crc, size, claimed] {
            fields.extend(field.to_le_bytes());
        }
        fields.extend(length.to_le_bytes());
        fields.extend([0, 0]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&fields);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02\x14\0");
        self.directory.extend(&fields);
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.entries += 1;
        self
    }

    pub fn finish(mut self) -> Vec<u8> {
        let start = u32::try_from(self.bytes.len()).expect("it is small");
        let size = u32::try_from(self.directory.len()).expect("it is small");
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}
