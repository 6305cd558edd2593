//! `cargo xtask serve`: builds the site and serves it on this machine only.
//!
//! `tiny_http`, because it is small (three dependencies), runs in this very process, so that ending the workshop ends the
//! server, and needs no npm package. esbuild could serve as well, but as a child that outlives a killed parent.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response, Server};

use crate::programs::{Failure, say};
use crate::{build, places};

/// How many ports are tried, the wanted one among them.
const PORTS_TO_TRY: u16 = 20;

/// Builds everything and serves until it is ended.
pub fn run(port: u16) -> Result<(), Failure> {
    build::run()?;
    let (server, port) = listen(port)?;
    say(&format!(
        "The page is at http://127.0.0.1:{port}/ (Ctrl-C ends this)."
    ));
    for request in server.incoming_requests() {
        answer(request);
    }
    Ok(())
}

fn listen(wanted: u16) -> Result<(Server, u16), Failure> {
    let last = wanted.saturating_add(PORTS_TO_TRY - 1);
    let mut reason = String::new();
    for port in wanted..=last {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok((server, port)),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(Failure::Port {
        from: wanted,
        to: last,
        reason,
    })
}

/// A browser that goes away in mid-answer is no concern of the server.
fn answer(request: Request) {
    let found =
        file_of(request.url()).and_then(|path| Some((File::open(&path).ok()?, media_type(&path))));
    let _ = match found {
        Some((file, media_type)) => {
            request.respond(with_headers(Response::from_file(file), media_type))
        }
        None => request.respond(Response::from_string("Not found").with_status_code(404)),
    };
}

/// Never a path outside the site.
fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let is_inside = path
        .components()
        .all(|component| matches!(component, Component::Normal(_)));
    let file = places::dist().join(path);
    (is_inside && file.is_file()).then_some(file)
}

fn with_headers<Content: std::io::Read>(
    response: Response<Content>,
    media_type: &str,
) -> Response<Content> {
    let headers = [
        ("Content-Type", media_type),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    headers
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(response, Response::with_header)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{file_of, media_type};
    use std::path::Path;

    #[test]
    fn nothing_outside_the_site_is_served() {
        for url in [
            "/../package.json",
            "/assets/../../package.json",
            "//etc/passwd",
            "/./x",
            "/..%2fpackage.json",
        ] {
            assert_eq!(file_of(url), None, "{url}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_streaming_compilation_asks_for() {
        assert_eq!(
            media_type(Path::new("speech_structure_bg.wasm")),
            "application/wasm"
        );
    }
}
