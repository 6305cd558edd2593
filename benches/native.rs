//! Times the stages of one check on generated speeches, and the whole of it from bytes to the report.

mod speeches;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use speech_structure::text::Source;
use speech_structure::{Options, check, read, report, residue, rules, structure};

const STAGED_BYTES: usize = 1 << 20;

fn stages(criterion: &mut Criterion) {
    let text = match std::env::var_os("BENCH_TEXT") {
        Some(path) => std::fs::read_to_string(path).expect("the text is a file in UTF-8"),
        None => speeches::text(STAGED_BYTES),
    };
    let options = Options::default();
    let source = Source::new("", text.as_str());
    let found = residue::find(&source);
    let reading = read(&source, &options);
    let checked = check(&source, &options);
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("source", |b| b.iter(|| Source::new("", black_box(text.as_str()))));
    group.bench_function("residue pinyin", |b| b.iter(|| residue::pinyin::find(black_box(&source.text))));
    group.bench_function("residue markdown", |b| b.iter(|| residue::markdown::find(black_box(&source.text))));
    group.bench_function("residue layout", |b| b.iter(|| residue::layout::find(black_box(&source.text))));
    group.bench_function("residue garble", |b| b.iter(|| residue::garble::find(black_box(&source.text), &found.pinyin)));
    group.bench_function("layers", |b| b.iter(|| residue::clean(black_box(&source), &found)));
    group.bench_function("structure", |b| b.iter(|| structure::read(black_box(&reading.layers), &options.levels)));
    group.bench_function("rules", |b| b.iter(|| rules::check(black_box(&reading), &options)));
    group.bench_function("report", |b| b.iter(|| report::build(black_box(&checked))));
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let options = Options::default();
    let mut group = criterion.benchmark_group("check and report");
    for bytes in [10 << 10, 1 << 20, 16 << 20] {
        let text = speeches::text(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), &text, |b, text| {
            b.iter(|| report::build(&check(&Source::new("", black_box(text.as_str())), &options)));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
