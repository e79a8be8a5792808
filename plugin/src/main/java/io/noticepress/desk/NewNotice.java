package io.noticepress.desk;

import io.noticepress.build.Console;
import io.noticepress.content.ContentFolder;
import io.noticepress.content.NoticeDraft;
import io.noticepress.content.Particulars;
import io.noticepress.content.SiteReader;
import io.noticepress.model.Site;
import io.noticepress.problem.Halt;
import io.noticepress.problem.Listing;
import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.Severity;
import io.noticepress.problem.Tongue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the files of a new notice: a draft in the site's first language and a translation in every other, ready to be written. */
public final class NewNotice {
    private final Path content;
    private final String shown;
    private final Optional<Tongue> asked;
    private final Console console;
    private Tongue tongue;

    /**
     * A desk for one content folder.
     *
     * @param shown how the user knows the folder
     * @param asked the language to speak instead of that of the settings
     */
    public NewNotice(Path content, String shown, Optional<Tongue> asked, Console console) {
        this.content = content;
        this.shown = shown;
        this.asked = asked;
        this.console = console;
        this.tongue = asked.orElse(Tongue.EN);
    }

    /**
     * Makes the files.
     *
     * @param dialogue who can be asked for what is not known, if there is someone
     * @return why nothing was made, as the last line of a failure; empty if the files are there
     */
    public Optional<String> make(Particulars known, Optional<Dialogue> dialogue) {
        ContentFolder folder = ContentFolder.of(content, shown);
        Problems problems = new Problems();
        Optional<Site> site = SiteReader.read(folder, problems);
        site.ifPresent(found -> tongue = asked.orElseGet(() -> Tongue.of(found.messages())));
        if (site.isEmpty() || problems.fail(false)) {
            return nothing(problems.sorted());
        }
        NoticeDraft draft = new NoticeDraft(folder, site.get());
        problems.addAll(draft.check(known));
        Particulars full = dialogue.isPresent() && !problems.fail(false)
                ? new Questions(draft, dialogue.get(), tongue).ask(known)
                : known;
        List<String> missing = draft.missing(full);
        problems.addAll(draft.check(full));
        missing.forEach(field -> problems.add(draft.problem(field)));
        if (problems.fail(false)) {
            return nothing(problems.sorted());
        }
        report(problems.sorted());
        Map<String, String> files = draft.files(full, tongue);
        try {
            NewFiles.write(content, shown, files);
        } catch (Halt halt) {
            return nothing(List.of(halt.problem()));
        }
        made(List.copyOf(files.keySet()));
        return Optional.empty();
    }

    private void made(List<String> paths) {
        paths.forEach(path -> say(Phrase.of("已建立 {0}", "made {0}", shown + "/" + path)));
        say(
                Phrase.of(
                        "1. 在第一个文件里写标题和正文，补上标有 TODO 的地方；要用的字段，删去行首的 #",
                        "1. write title and text into the first file and fill in what reads TODO; a field is used once the # before it is deleted"));
        if (paths.size() > 1) {
            say(Phrase.of(
                    "2. 译文写在其余文件里；暂时没有译文的，先删去那个文件",
                    "2. write the translation into the other; delete that file as long as there is none"));
        }
        say(Phrase.of(
                "{0}. 用 noticepress:validate 检查，用 noticepress:serve 预览；可以发布时删去“draft: true”一行",
                "{0}. check with noticepress:validate, look at it with noticepress:serve, and delete the line \"draft: true\" to publish it",
                paths.size() > 1 ? 3 : 2));
    }

    private Optional<String> nothing(List<Problem> problems) {
        report(problems);
        return Optional.of(Phrase.of("没有建立任何文件", "no file was made").in(tongue));
    }

    private void report(List<Problem> problems) {
        for (Problem problem : problems) {
            String text = Listing.print(problem, tongue, Optional.empty());
            if (problem.severity() == Severity.ERROR) {
                console.error(text);
            } else if (problem.mistake() != Mistake.TODO) {
                console.warn(text);
            }
        }
    }

    private void say(Phrase phrase) {
        console.info(phrase.in(tongue));
    }
}
