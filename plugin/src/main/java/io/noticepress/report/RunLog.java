package io.noticepress.report;

import io.noticepress.output.StaleReason;
import io.noticepress.plan.Address;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the progress and the result of a run in the language of the user, and writes the report files. */
public final class RunLog {
    private final RunRequest runRequest;
    private final RunConsole runConsole;
    private volatile MessageLanguage messageLanguage;

    public RunLog(RunRequest runRequest, RunConsole runConsole) {
        this.runRequest = runRequest;
        this.runConsole = runConsole;
        this.messageLanguage = runRequest.messageLanguage().orElse(MessageLanguage.EN);
    }

    /** The language of messages. */
    public MessageLanguage messageLanguage() {
        return messageLanguage;
    }

    /** Switches to the language of the settings, unless the run was given another. */
    public void useLanguage(String messages) {
        messageLanguage = runRequest.messageLanguage().orElseGet(() -> MessageLanguage.of(messages));
    }

    /** Prints that the build is skipped. */
    public void sayUnchanged() {
        say(new Message("上次构建之后没有任何变化", "nothing has changed since the last build"));
    }

    /** Prints how many notices were read. */
    public void sayNoticesRead(int notices) {
        say(Message.of("已读取 {0} 件通知的元数据", "read the front matter of {1}", notices, counted(notices, "notice")));
    }

    /** Prints why the cache of the last build is missing or incomplete. */
    public void sayCacheLost(Message why) {
        say(why);
    }

    /** Prints why a page is rendered, if the run explains that. */
    public void explain(Address address, StaleReason why) {
        if (runRequest.explain()) {
            say(Message.of(
                    "渲染 {0}：{1}",
                    "rendering {0}: {2}", address, reason(why).zh(), reason(why).en()));
        }
    }

    /** A log of the progress of rendering. */
    public ProgressLog progress(int total) {
        return new ProgressLog(done -> say(Message.of("已渲染 {0} / {1} 个页面", "rendered {0} of {1} pages", done, total)));
    }

    /** Prints the table of translations and writes its file. */
    public void writeTranslationReport(TranslationReport translationReport) {
        translationReport.lines(messageLanguage).forEach(runConsole::info);
        write(runRequest.work().resolve(TranslationReport.FILE), translationReport.json(messageLanguage));
        say(Message.of(
                "全部译文的状态见 {0}",
                "the state of every translation is in {0}",
                runRequest.displayPath(runRequest.work().resolve(TranslationReport.FILE))));
    }

    /** Prints the first problems and the counts, and writes {@code report.json} and the annotations for CI. */
    public void writeReport(RunReport runReport) {
        new SourceExcerpts(runRequest)
                .first(runReport.problems())
                .forEach(problem -> runConsole.print(problem, messageLanguage));
        if (runReport.problems().size() > SourceExcerpts.MAX_SHOWN) {
            say(Message.of(
                    "只显示前 {0} 个问题，全部 {1} 个见 {2}",
                    "only the first {0} of {1} problems are shown; for all of them see {2}",
                    SourceExcerpts.MAX_SHOWN,
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

    /** Prints workflow commands for GitHub, or writes a Code Quality report for GitLab. */
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

    /** Prints the last lines of a build; returns the very last, for the message of a failure. */
    public String buildSummary(RunReport runReport) {
        if (runReport.failed()) {
            return failureSummary(runReport, new Message("；网站保持原样", "; the site was not changed"));
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

    /** The last line of a validation, printed unless it failed. */
    public String validationSummary(RunReport runReport) {
        if (runReport.failed()) {
            return failureSummary(runReport, new Message("", ""));
        }
        return sayLast(Message.of(
                "{0} 件通知、{1} 个语种版本校验通过；用时 {2} 秒",
                "{3} in {4}: no errors; {2} s",
                runReport.notices(),
                runReport.editions(),
                seconds(runReport.millis()),
                counted(runReport.notices(), "notice"),
                counted(runReport.editions(), "edition")));
    }

    /** The last line of an import, printed unless it failed. */
    public String importSummary(RunReport runReport) {
        return runReport.failed()
                ? failureSummary(runReport, new Message("；没有写入任何文件", "; nothing was written"))
                : sayLast(new Message(
                        "请核对草稿并答复其中的 TODO，再删去 draft: true",
                        "check the draft, resolve each TODO, then delete draft: true"));
    }

    /** The message of a failure, which Maven prints last. */
    private String failureSummary(RunReport runReport, Message consequence) {
        long errors = runReport.count(Severity.ERROR);
        long warnings = runReport.count(Severity.WARNING);
        return Message.of(
                        "发现 {0} 个错误、{1} 个警告{2}",
                        "{3}, {4}{5}",
                        errors,
                        warnings,
                        consequence.zh(),
                        counted(errors, "error"),
                        counted(warnings, "warning"),
                        consequence.en())
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
            case ENVIRONMENT -> new Message("程序、主题或设置有变化", "the generator, the theme or the settings changed");
            case SOURCES -> new Message("自身的源文件有变化", "its own sources changed");
            case REFERENCES -> new Message("所列的其他文件有变化", "other notices it shows changed");
            case MISSING -> new Message("磁盘上的文件缺失或被改动", "the file on disk is missing or was modified");
        };
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100;
    }

    /** Prints a message. */
    public void say(Message message) {
        runConsole.info(message.in(messageLanguage));
    }
}
