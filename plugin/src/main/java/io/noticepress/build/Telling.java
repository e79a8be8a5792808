package io.noticepress.build;

import io.noticepress.output.StaleReason;
import io.noticepress.plan.Address;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run says, in the user's language. */
final class Telling {
    private static final int SHOWN = 100;

    private final Request request;
    private final Console console;
    private volatile MessageLanguage messageLanguage;

    Telling(Request request, Console console) {
        this.request = request;
        this.console = console;
        this.messageLanguage = request.tongue().orElse(MessageLanguage.EN);
    }

    /** The language in which the run speaks. */
    MessageLanguage tongue() {
        return messageLanguage;
    }

    /** Speaks the language of the settings from now on, unless another was asked for. */
    void speak(String messages) {
        messageLanguage = request.tongue().orElseGet(() -> MessageLanguage.of(messages));
    }

    /** That nothing has to be read. */
    void unchanged() {
        say(new Message("上次构建之后没有任何变化", "nothing has changed since the last build"));
    }

    void read(int notices) {
        say(Message.of("已读取 {0} 件通知的元数据", "read the facts of {1}", notices, number(notices, "notice")));
    }

    /** Why the last build is not remembered. */
    void forgotten(Message why) {
        say(why);
    }

    /** Why a page is rendered, if that was asked for. */
    void explain(Address address, StaleReason why) {
        if (request.explain()) {
            say(Message.of(
                    "渲染 {0}：{1}",
                    "rendering {0}: {2}", address, reason(why).zh(), reason(why).en()));
        }
    }

    Progress progress(int total) {
        return new Progress(done -> say(Message.of("已渲染 {0} / {1} 个页面", "rendered {0} of {1} pages", done, total)));
    }

    /** How the translations stand, as a table and as a file. */
    void tell(Ledger ledger) {
        ledger.lines(messageLanguage).forEach(console::info);
        write(request.work().resolve(Ledger.FILE), ledger.json(messageLanguage));
        say(Message.of(
                "全部译文的状态见 {0}",
                "the state of every translation is in {0}",
                request.shown(request.work().resolve(Ledger.FILE))));
    }

    /** Problems with their excerpts, the report file, and what became of the site. */
    void report(Report report) {
        Excerpts excerpts = new Excerpts(request);
        report.problems().stream().limit(SHOWN).forEach(problem -> {
            String text = ProblemFormat.format(problem, messageLanguage, excerpts.line(problem));
            if (problem.severity() == Severity.ERROR) {
                console.error(text);
            } else {
                console.warn(text);
            }
        });
        if (report.problems().size() > SHOWN) {
            say(Message.of(
                    "只显示前 {0} 个问题，全部 {1} 个见 {2}",
                    "the first {0} of {1} problems are shown, all are in {2}",
                    SHOWN,
                    report.problems().size(),
                    request.shown(file())));
        }
        if (!report.problems().isEmpty()) {
            say(Message.of("各类问题：", "problems by code:"));
            Tally.of(report.problems(), messageLanguage).forEach(console::info);
        }
        write(file(), report.json());
        annotate(report.problems());
    }

    /** Problems for the forge: as lines of its log, or as a file that it collects. */
    private void annotate(List<Problem> problems) {
        Annotations annotations = new Annotations(request.base(), messageLanguage);
        if (request.forge() == Forge.GITLAB) {
            write(request.work().resolve("gl-code-quality.json"), annotations.codeQuality(problems));
        } else if (request.forge() == Forge.GITHUB) {
            List<String> errors = annotations.commands(problems, Severity.ERROR);
            List<String> warnings = annotations.commands(problems, Severity.WARNING);
            if (!errors.isEmpty()) {
                console.error("GitHub:\n" + String.join("\n", errors));
            }
            if (!warnings.isEmpty()) {
                console.warn("GitHub:\n" + String.join("\n", warnings));
            }
        }
    }

    /** The last lines of a build. */
    String built(Report report) {
        if (report.failed()) {
            return failed(report, new Message("；网站保持原样", "; the site was left as it was"));
        }
        say(Message.of(
                "{0} 件通知，{1} 个语种版本，{2} 个文件：渲染 {3}，保留 {4}，删除 {5}；用时 {6} 秒",
                "{7}, {8}, {9}: {3} rendered, {4} kept, {5} removed; {6} s",
                report.notices(),
                report.editions(),
                report.pages(),
                report.rendered(),
                report.kept(),
                report.removed(),
                seconds(report.millis()),
                number(report.notices(), "notice"),
                number(report.editions(), "edition"),
                number(report.pages(), "file")));
        return last(Message.of(
                "网站在 {0}",
                "the site is in {0}", request.output().toAbsolutePath().normalize()));
    }

    /** The last line of a validation. */
    String valid(Report report) {
        if (report.failed()) {
            return failed(report, new Message("", ""));
        }
        return last(Message.of(
                "{0} 件通知、{1} 个语种版本校验通过；用时 {2} 秒",
                "{3} in {4}: all valid; {2} s",
                report.notices(),
                report.editions(),
                seconds(report.millis()),
                number(report.notices(), "notice"),
                number(report.editions(), "edition")));
    }

    /** The last line of an import. */
    String imported(Report report) {
        return report.failed()
                ? failed(report, new Message("；没有写入任何文件", "; nothing was written"))
                : last(new Message(
                        "请核对草稿并答复其中的 TODO，再删去 draft: true",
                        "check the draft, answer each TODO, then delete draft: true"));
    }

    /** Why the run failed; Maven prints it last. */
    private String failed(Report report, Message became) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        return Message.of(
                        "发现 {0} 个错误、{1} 个警告{2}",
                        "{3}, {4}{5}",
                        errors,
                        warnings,
                        became.zh(),
                        number(errors, "error"),
                        number(warnings, "warning"),
                        became.en())
                .in(messageLanguage);
    }

    private String last(Message message) {
        say(message);
        return message.in(messageLanguage);
    }

    private Path file() {
        return request.work().resolve("report.json");
    }

    private void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(request.work());
            Files.write(file, bytes);
        } catch (IOException e) {
            Problem problem = Problem.of(
                    ProblemCode.IO,
                    request.shown(file),
                    Message.of("报告写不进去：{0}", "the report cannot be written: {0}", e.getMessage()),
                    Message.of("检查该文件夹的权限和空间", "check the folder's permissions and space"));
            throw new RunFailed(problem, e);
        }
    }

    private static Message reason(StaleReason why) {
        return switch (why) {
            case NEW -> new Message("新页面", "new");
            case SURROUNDINGS -> new Message("程序、主题或设置有变化", "the generator, the theme or the settings changed");
            case OWN_TEXT -> new Message("自身的源文件有变化", "its own sources changed");
            case LISTED -> new Message("所列的其他文件有变化", "what it shows of others changed");
            case MISSING -> new Message("磁盘上的文件缺失或被改动", "the file on disk is gone or was changed");
        };
    }

    private static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100;
    }

    /** Something worth knowing. */
    void say(Message message) {
        console.info(message.in(messageLanguage));
    }
}
