//! Times the stages of one check of a generated text, and the whole of it, from the text to the report, for several sizes.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use speech_structure::text::Source;
use speech_structure::{Options, check, read, report, residue, rules, structure};

const STAGED_BYTES: usize = 1 << 20;
const SIZES: [usize; 4] = [10 << 10, 100 << 10, 1 << 20, 16 << 20];

fn stages(criterion: &mut Criterion) {
    let text = speeches::text(STAGED_BYTES);
    let options = Options::default();
    let source = Source::new("", text.as_str());
    let found = residue::find(&source);
    let reading = read(&source, &options);
    let checked = check(&source, &options);
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(20);
    group.bench_function("source", |bench| {
        bench.iter(|| Source::new("", black_box(text.as_str())));
    });
    group.bench_function("residue", |bench| {
        bench.iter(|| residue::find(black_box(&source)));
    });
    group.bench_function("layers", |bench| {
        bench.iter(|| residue::clean(black_box(&source), &found));
    });
    group.bench_function("structure", |bench| {
        bench.iter(|| structure::read(black_box(&reading.layers), &options.levels));
    });
    group.bench_function("rules", |bench| {
        bench.iter(|| rules::check(black_box(&reading), &options));
    });
    group.bench_function("report", |bench| {
        bench.iter(|| report::build(black_box(&checked)));
    });
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let options = Options::default();
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10);
    for bytes in SIZES {
        let text = speeches::text(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), &text, |bench, text| {
            bench.iter(|| {
                report::build(&check(&Source::new("", black_box(text.as_str())), &options))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
