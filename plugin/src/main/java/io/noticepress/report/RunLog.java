package io.noticepress.report;

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
public final class RunLog {
    private static final int MAX_SHOWN = 100;

    private final RunRequest runRequest;
    private final RunConsole runConsole;
    private volatile MessageLanguage messageLanguage;

    public RunLog(RunRequest runRequest, RunConsole runConsole) {
        this.runRequest = runRequest;
        this.runConsole = runConsole;
        this.messageLanguage = runRequest.messageLanguage().orElse(MessageLanguage.EN);
    }

    /** The language in which the run speaks. */
    public MessageLanguage messageLanguage() {
        return messageLanguage;
    }

    /** Speaks the language of the settings from now on, unless another was asked for. */
    public void useLanguage(String messages) {
        messageLanguage = runRequest.messageLanguage().orElseGet(() -> MessageLanguage.of(messages));
    }

    /** That nothing has to be read. */
    public void sayUnchanged() {
        say(new Message("上次构建之后没有任何变化", "nothing has changed since the last build"));
    }

    public void sayNoticesRead(int notices) {
        say(Message.of("已读取 {0} 件通知的元数据", "read the facts of {1}", notices, counted(notices, "notice")));
    }

    /** Why the last build is not remembered. */
    public void sayCacheLost(Message why) {
        say(why);
    }

    /** Why a page is rendered, if that was asked for. */
    public void explain(Address address, StaleReason why) {
        if (runRequest.explain()) {
            say(Message.of(
                    "渲染 {0}：{1}",
                    "rendering {0}: {2}", address, reason(why).zh(), reason(why).en()));
        }
    }

    public ProgressLog progress(int total) {
        return new ProgressLog(done -> say(Message.of("已渲染 {0} / {1} 个页面", "rendered {0} of {1} pages", done, total)));
    }

    /** How the translations stand, as a table and as a file. */
    public void writeTranslationReport(TranslationReport translationReport) {
        translationReport.lines(messageLanguage).forEach(runConsole::info);
        write(runRequest.work().resolve(TranslationReport.FILE), translationReport.json(messageLanguage));
        say(Message.of(
                "全部译文的状态见 {0}",
                "the state of every translation is in {0}",
                runRequest.displayPath(runRequest.work().resolve(TranslationReport.FILE))));
    }

    /** Problems with their excerpts, the report file, and what became of the site. */
    public void writeReport(RunReport runReport) {
        SourceExcerpts sourceExcerpts = new SourceExcerpts(runRequest);
        runReport.problems().stream().limit(MAX_SHOWN).forEach(problem -> {
            String text = ProblemFormat.format(problem, messageLanguage, sourceExcerpts.line(problem));
            if (problem.severity() == Severity.ERROR) {
                runConsole.error(text);
            } else {
                runConsole.warn(text);
            }
        });
        if (runReport.problems().size() > MAX_SHOWN) {
            say(Message.of(
                    "只显示前 {0} 个问题，全部 {1} 个见 {2}",
                    "the first {0} of {1} problems are shown, all are in {2}",
                    MAX_SHOWN,
                    runReport.problems().size(),
                    runRequest.displayPath(reportFile())));
        }
        if (!runReport.problems().isEmpty()) {
            say(Message.of("各类问题：", "problems by code:"));
            ProblemCounts.tableLines(runReport.problems(), messageLanguage).forEach(runConsole::info);
        }
        write(reportFile(), runReport.json());
        writeCiAnnotations(runReport.problems());
    }

    /** Problems for the forge: as lines of its log, or as a file that it collects. */
    private void writeCiAnnotations(List<Problem> problems) {
        CiAnnotations ciAnnotations = new CiAnnotations(runRequest.base(), messageLanguage);
        if (runRequest.ciPlatform() == CiPlatform.GITLAB) {
            write(runRequest.work().resolve("gl-code-quality.json"), ciAnnotations.gitlabCodeQuality(problems));
        } else if (runRequest.ciPlatform() == CiPlatform.GITHUB) {
            List<String> errors = ciAnnotations.githubCommands(problems, Severity.ERROR);
            List<String> warnings = ciAnnotations.githubCommands(problems, Severity.WARNING);
            if (!errors.isEmpty()) {
                runConsole.error("GitHub:\n" + String.join("\n", errors));
            }
            if (!warnings.isEmpty()) {
                runConsole.warn("GitHub:\n" + String.join("\n", warnings));
            }
        }
    }

    /** The last lines of a build. */
    public String buildSummary(RunReport runReport) {
        if (runReport.failed()) {
            return failureSummary(runReport, new Message("；网站保持原样", "; the site was left as it was"));
        }
        say(Message.of(
                "{0} 件通知，{1} 个语种版本，{2} 个文件：渲染 {3}，保留 {4}，删除 {5}；用时 {6} 秒",
                "{7}, {8}, {9}: {3} rendered, {4} kept, {5} removed; {6} s",
                runReport.notices(),
                runReport.editions(),
                runReport.pages(),
                runReport.rendered(),
                runReport.kept(),
                runReport.removed(),
                seconds(runReport.millis()),
                counted(runReport.notices(), "notice"),
                counted(runReport.editions(), "edition"),
                counted(runReport.pages(), "file")));
        return sayLast(Message.of(
                "网站在 {0}",
                "the site is in {0}", runRequest.output().toAbsolutePath().normalize()));
    }

    /** The last line of a validation. */
    public String validationSummary(RunReport runReport) {
        if (runReport.failed()) {
            return failureSummary(runReport, new Message("", ""));
        }
        return sayLast(Message.of(
                "{0} 件通知、{1} 个语种版本校验通过；用时 {2} 秒",
                "{3} in {4}: all valid; {2} s",
                runReport.notices(),
                runReport.editions(),
                seconds(runReport.millis()),
                counted(runReport.notices(), "notice"),
                counted(runReport.editions(), "edition")));
    }

    /** The last line of an import. */
    public String importSummary(RunReport runReport) {
        return runReport.failed()
                ? failureSummary(runReport, new Message("；没有写入任何文件", "; nothing was written"))
                : sayLast(new Message(
                        "请核对草稿并答复其中的 TODO，再删去 draft: true",
                        "check the draft, answer each TODO, then delete draft: true"));
    }

    /** Why the run failed; Maven prints it last. */
    private String failureSummary(RunReport runReport, Message became) {
        long errors = runReport.count(Severity.ERROR);
        long warnings = runReport.count(Severity.WARNING);
        return Message.of(
                        "发现 {0} 个错误、{1} 个警告{2}",
                        "{3}, {4}{5}",
                        errors,
                        warnings,
                        became.zh(),
                        counted(errors, "error"),
                        counted(warnings, "warning"),
                        became.en())
                .in(messageLanguage);
    }

    private String sayLast(Message message) {
        say(message);
        return message.in(messageLanguage);
    }

    private Path reportFile() {
        return runRequest.work().resolve("report.json");
    }

    private void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(runRequest.work());
            Files.write(file, bytes);
        } catch (IOException e) {
            Problem problem = Problem.of(
                    ProblemCode.IO,
                    runRequest.displayPath(file),
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

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100;
    }

    /** Something worth knowing. */
    public void say(Message message) {
        runConsole.info(message.in(messageLanguage));
    }
}
