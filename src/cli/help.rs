//! In: the bare command. Out: the command with its help in the reader's language.

use clap::{Arg, ArgAction, Command};
use speech_structure::rules::{Language, Words};

/// Gives a command, its subcommands and all their arguments their words.
pub fn localised(command: Command, language: Language) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|task| task.get_name().to_owned())
        .collect();
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version);
    let command = described(command.arg(version), language)
        .disable_help_subcommand(true)
        .subcommand_help_heading(TASKS.in_language(language))
        .override_usage("speech-structure check|fix|split|outline|rules …");
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |task| described(task, language))
    })
}

fn described(command: Command, language: Language) -> Command {
    let word = |words: &'static Words| words.in_language(language);
    let usage = word(&USAGE);
    let about = words_of(command.get_name()).map_or("", word);
    command
        .about(about)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help),
        )
        .help_template(format!("{{about}}\n\n{usage}{{usage}}\n\n{{all-args}}"))
        .mut_args(|argument| {
            let help = words_of(argument.get_id().as_str()).map_or("", word);
            let heading = if argument.is_positional() {
                &FILES
            } else {
                &OPTIONS
            };
            let bare = !argument.get_action().takes_values();
            let argument = argument.help(help).help_heading(word(heading));
            // The words tell the values; clap would tell them in English.
            if bare {
                argument
            } else {
                argument.hide_possible_values(true).hide_default_value(true)
            }
        })
}

/// The words of a subcommand or argument.
fn words_of(name: &str) -> Option<&'static Words> {
    HELP.iter()
        .find(|(known, _)| *known == name)
        .map(|(_, words)| words)
}

static USAGE: Words = Words {
    zh_hans: "用法：",
    zh_hant: "用法：",
    en: "Usage: ",
};
static TASKS: Words = Words {
    zh_hans: "命令",
    zh_hant: "命令",
    en: "Commands",
};
static OPTIONS: Words = Words {
    zh_hans: "选项",
    zh_hant: "選項",
    en: "Options",
};
static FILES: Words = Words {
    zh_hans: "文件",
    zh_hant: "檔案",
    en: "Files",
};

static HELP: [(&str, Words); 19] = [
    (
        "speech-structure",
        Words {
            zh_hans: "读讲话稿和讲话稿汇编：列提纲，查结构上的毛病，并给出改法。",
            zh_hant: "讀講話稿和講話稿彙編：列提綱，查結構上的毛病，並給出改法。",
            en: "Reads Chinese speech drafts and compilations of them: their outline, what is wrong with their structure, and repairs.",
        },
    ),
    (
        "check",
        Words {
            zh_hans: "检查，列出查出的问题",
            zh_hant: "檢查，列出查出的問題",
            en: "Check, and list what is found",
        },
    ),
    (
        "fix",
        Words {
            zh_hans: "修改：稳妥的改法全部用上；指定 --only 时只改所列规则，每处用第一种改法",
            zh_hant: "修改：穩妥的改法全部用上；指定 --only 時只改所列規則，每處用第一種改法",
            en: "Repair: every safe fix; with --only the first fix of each finding of these rules",
        },
    ),
    (
        "split",
        Words {
            zh_hans: "拆分汇编，一篇一个干净的文件，以标题命名",
            zh_hant: "拆分彙編，一篇一個乾淨的檔案，以標題命名",
            en: "Split a compilation into one clean file a speech, named by its title",
        },
    ),
    (
        "outline",
        Words {
            zh_hans: "列出提纲（Markdown）",
            zh_hant: "列出提綱（Markdown）",
            en: "Write the outline as Markdown",
        },
    ),
    (
        "rules",
        Words {
            zh_hans: "列出全部规则",
            zh_hant: "列出全部規則",
            en: "List every rule",
        },
    ),
    (
        "format",
        Words {
            zh_hans: "输出格式。check：text（默认）、json、ndjson、markdown、sarif；rules：markdown（默认）、json",
            zh_hant: "輸出格式。check：text（預設）、json、ndjson、markdown、sarif；rules：markdown（預設）、json",
            en: "Form of the output. check: text (default), json, ndjson, markdown, sarif; rules: markdown (default), json",
        },
    ),
    (
        "input",
        Words {
            zh_hans: "ndjson：每行一个 {\"name\", \"text\"}；不写文件时读标准输入",
            zh_hant: "ndjson：每行一個 {\"name\", \"text\"}；不寫檔案時讀標準輸入",
            en: "ndjson: one {\"name\", \"text\"} a line; without a file, standard input is read",
        },
    ),
    (
        "encoding",
        Words {
            zh_hans: "文件的编码：UTF-8、GBK、GB18030、Big5、UTF-16LE、UTF-16BE；不写时自动识别",
            zh_hant: "檔案的編碼：UTF-8、GBK、GB18030、Big5、UTF-16LE、UTF-16BE；不寫時自動識別",
            en: "Charset of the files: UTF-8, GBK, GB18030, Big5, UTF-16LE, UTF-16BE; else it is detected",
        },
    ),
    (
        "reopen",
        Words {
            zh_hans: "整篇用错了编码的文字（见 wrong-charset），先还原再处理",
            zh_hant: "整篇用錯了編碼的文字（見 wrong-charset），先還原再處理",
            en: "Restore texts that were wholly read in the wrong charset (see wrong-charset) before anything else",
        },
    ),
    (
        "fail_on",
        Words {
            zh_hans: "查出这一级及以上的问题时退出码为 1：error（默认）、warning、info、never",
            zh_hant: "查出這一級及以上的問題時結束碼為 1：error（預設）、warning、info、never",
            en: "Exit with 1 on findings at or above this level: error (default), warning, info, never",
        },
    ),
    (
        "config",
        Words {
            zh_hans: "本单位的配置；不写时从当前文件夹往上找 speech-structure.toml",
            zh_hant: "本單位的設定；不寫時從目前資料夾往上找 speech-structure.toml",
            en: "Settings of the house; else speech-structure.toml is searched from the current folder upward",
        },
    ),
    (
        "lang",
        Words {
            zh_hans: "语言：zh-Hans、zh-Hant、en；不写时依 LC_ALL、LANG",
            zh_hant: "語言：zh-Hans、zh-Hant、en；不寫時依 LC_ALL、LANG",
            en: "Language: zh-Hans, zh-Hant, en; else LC_ALL or LANG decides",
        },
    ),
    (
        "only",
        Words {
            zh_hans: "只改这些规则查出的问题，用逗号隔开；需要确认的改法也用上",
            zh_hant: "只改這些規則查出的問題，用逗號隔開；需要確認的改法也用上",
            en: "Repair only what these rules find (codes with commas between), fixes that need review too",
        },
    ),
    (
        "write",
        Words {
            zh_hans: "改写原文件（要么整个换掉，要么不动）；不写时结果送到标准输出",
            zh_hant: "改寫原檔案（要麼整個換掉，要麼不動）；不寫時結果送到標準輸出",
            en: "Replace the file, whole or not at all; else the result goes to standard output",
        },
    ),
    (
        "out",
        Words {
            zh_hans: "拆出的文件放进这个文件夹；默认为当前文件夹",
            zh_hant: "拆出的檔案放進這個資料夾；預設為目前資料夾",
            en: "Folder for the files; the current one by default",
        },
    ),
    (
        "paths",
        Words {
            zh_hans: "文件；文件夹（其中的 .txt、.text、.md、.markdown、.docx、.html、.htm）；- 为标准输入",
            zh_hant: "檔案；資料夾（其中的 .txt、.text、.md、.markdown、.docx、.html、.htm）；- 為標準輸入",
            en: "Files; folders (their .txt, .text, .md, .markdown, .docx, .html and .htm files); - is standard input",
        },
    ),
    (
        "help",
        Words {
            zh_hans: "显示这段说明",
            zh_hant: "顯示這段說明",
            en: "Show this help",
        },
    ),
    (
        "version",
        Words {
            zh_hans: "显示版本",
            zh_hant: "顯示版本",
            en: "Show the version",
        },
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::Arguments;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_argument_has_its_words() {
        for language in Language::ALL {
            let command = localised(Arguments::command(), language);
            command.clone().debug_assert();
            for task in command.get_subcommands().chain([&command]) {
                assert!(
                    task.get_about()
                        .is_some_and(|about| !about.to_string().is_empty()),
                    "{task}"
                );
                for argument in task.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string);
                    assert!(
                        help.is_some_and(|help| !help.is_empty()),
                        "{task} {argument}"
                    );
                }
            }
        }
    }
}
