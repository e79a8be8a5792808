package io.noticepress.scaffold;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
import io.noticepress.report.ProblemWithExcerpt;
import io.noticepress.report.RunConsole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the files of a new notice: the original as a draft in the site's first language, and a translation in every other. */
public final class NoticeCreator {
    private final Path content;
    private final String displayPath;
    private final Optional<MessageLanguage> requestedLanguage;
    private final RunConsole runConsole;
    private MessageLanguage messageLanguage;

    /**
     * A creator of notices in one content folder.
     *
     * @param displayPath the path of the folder in messages
     * @param requestedLanguage the language of messages, instead of that of the settings
     */
    public NoticeCreator(
            Path content, String displayPath, Optional<MessageLanguage> requestedLanguage, RunConsole runConsole) {
        this.content = content;
        this.displayPath = displayPath;
        this.requestedLanguage = requestedLanguage;
        this.runConsole = runConsole;
        this.messageLanguage = requestedLanguage.orElse(MessageLanguage.EN);
    }

    /**
     * Creates the files.
     *
     * @param dialogue asks the user for what is missing, if there is a terminal
     * @return the message with which the run fails; empty if the files have been created
     */
    public Optional<String> create(NewNoticeInput input, Optional<Prompter> dialogue) {
        ContentFolder folder = ContentFolder.of(content, displayPath);
        Problems problems = new Problems();
        Optional<Site> site = SiteReader.read(folder, problems);
        site.ifPresent(
                found -> messageLanguage = requestedLanguage.orElseGet(() -> MessageLanguage.of(found.messages())));
        if (site.isEmpty() || problems.isFailure(false)) {
            return reportFailure(problems.sorted());
        }
        NoticeDraft draft = new NoticeDraft(folder, site.get());
        problems.addAll(draft.check(input));
        NewNoticeInput complete = dialogue.isPresent() && !problems.isFailure(false)
                ? new NoticeQuestions(draft, dialogue.get(), messageLanguage).ask(input)
                : input;
        List<String> missing = draft.missing(complete);
        problems.addAll(draft.check(complete));
        missing.forEach(field -> problems.add(draft.missingProblem(field)));
        if (problems.isFailure(false)) {
            return reportFailure(problems.sorted());
        }
        reportProblems(problems.sorted());
        Map<String, String> files = draft.files(complete, messageLanguage);
        try {
            NewFileWriter.write(content, displayPath, files);
        } catch (RunFailed runFailed) {
            return reportFailure(List.of(runFailed.problem()));
        }
        reportCreated(List.copyOf(files.keySet()));
        return Optional.empty();
    }

    private void reportCreated(List<String> paths) {
        paths.forEach(path -> info(Message.of("已建立 {0}", "created {0}", displayPath + "/" + path)));
        info(
                Message.of(
                        "1. 在第一个文件里写标题和正文，补上标有 TODO 的地方；要用的字段，删去行首的 #",
                        "1. write the title and text in the first file and fill in what says TODO; to use a field, delete the # in front of it"));
        if (paths.size() > 1) {
            info(Message.of(
                    "2. 译文写在其余文件里；暂时没有译文的，先删去那个文件",
                    "2. write the translation in the other file; delete that file if there is no translation yet"));
        }
        info(Message.of(
                "{0}. 用 noticepress:validate 检查，用 noticepress:serve 预览；可以发布时删去“draft: true”一行",
                "{0}. check it with noticepress:validate, preview it with noticepress:serve, and delete the line \"draft: true\" to publish it",
                paths.size() > 1 ? 3 : 2));
    }

    private Optional<String> reportFailure(List<Problem> problems) {
        reportProblems(problems);
        return Optional.of(Message.of("没有建立任何文件", "no files were created").in(messageLanguage));
    }

    private void reportProblems(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR || problem.code() != ProblemCode.TODO) {
                runConsole.print(new ProblemWithExcerpt(problem, Optional.empty()), messageLanguage);
            }
        }
    }

    private void info(Message message) {
        runConsole.info(message.in(messageLanguage));
    }
}
