package io.noticepress.pipeline;

import io.noticepress.content.frontmatter.BasisWriter;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.Severity;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunRequest;
import io.noticepress.translation.TranslationCheck;
import io.noticepress.translation.TranslationStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The wish to note of a notice's translations that they are level with the original as it is now.
 *
 * <p>To record says: this is a translation of that text. It is refused while blocks or figures do not match. To waive says:
 * what changed in the original needs no translation. It asks for nothing, but concerns only translations that are behind.
 *
 * @param slug of the notice
 * @param waived whether the change is waived
 */
public record BasisUpdate(String slug, boolean waived) {
    private static final Set<ProblemCode> BLOCKING_MISTAKES =
            EnumSet.of(ProblemCode.TRANSLATION_STRUCTURE, ProblemCode.TRANSLATION_FIGURES);

    /** Does so, file by file, and says what was done; what is refused is an error. */
    void apply(RunRequest runRequest, WorkerPool workerPool, RunLog runLog, Problems problems) {
        Problems found = new Problems();
        Optional<SiteContent> reading =
                SiteContent.read(runRequest, site -> FactsCache.NONE, runLog, found, workerPool);
        reading.ifPresent(content -> {
            Optional<NoticeFacts> asked = content.facts().stream()
                    .filter(noticeFacts -> noticeFacts.files().slug().equals(slug))
                    .findFirst();
            asked.flatMap(NoticeFacts::notice)
                    .ifPresentOrElse(
                            notice -> apply(content, asked.get(), notice, runLog, problems, found),
                            () -> problems.add(unknownNotice(content, asked)));
        });
    }

    private void apply(
            SiteContent content,
            NoticeFacts noticeFacts,
            Notice notice,
            RunLog runLog,
            Problems problems,
            Problems found) {
        TextCache textCache = new TextCache(content, new Markdown()::analyze, FindingsCache.inMemory());
        TranslationCheck check = content.translationCheck(textCache, found);
        check.compare(noticeFacts, textCache::read);
        noticeFacts
                .texts()
                .forEach(text -> found.addAll(textCache.findingsOrParse(text).problems()));
        String basis = noticeFacts.texts().stream()
                .filter(text -> text.source().equals(notice.originalEdition().source()))
                .map(text -> textCache.findingsOrParse(text).basis())
                .findFirst()
                .orElse("");
        for (TranslationStatus translationStatus : check.statuses(noticeFacts)) {
            notice.edition(translationStatus.language()).ifPresent(edition -> {
                Optional<Problem> refusal = refusal(content, notice, edition, found.sorted());
                if (refusal.isPresent()) {
                    problems.add(refusal.get());
                } else {
                    writeBasis(content, translationStatus, edition, basis, runLog);
                }
            });
        }
    }

    private void writeBasis(
            SiteContent content, TranslationStatus translationStatus, Edition edition, String basis, RunLog runLog) {
        String file = content.folder().displayPath(translationStatus.path());
        if (waived && !translationStatus.hasBasis()) {
            runLog.say(Message.of(
                    "{0} 没有记录过 basis，无须豁免", "{0} has no basis recorded, so there is nothing to waive", file));
        } else if (translationStatus.hasBasis() && !translationStatus.isBehind()) {
            runLog.say(Message.of("{0} 与原文一致，无须改动", "{0} is level with its original already", file));
        } else {
            new BasisWriter(content.folder()).write(edition.source(), basis);
            runLog.say(
                    waived
                            ? Message.of(
                                    "{0}：原文的改动（{1}）不需改译，已记入 basis",
                                    "{0}: waived the change of the original ({1})",
                                    file,
                                    changedBlocks(translationStatus))
                            : Message.of("{0}：已记录 basis，译文与原文一致", "{0}: recorded as level with its original", file));
        }
    }

    private static Message changedBlocks(TranslationStatus translationStatus) {
        Message fresh = Message.list(translationStatus.changedAnchors());
        Message gone = Message.of("删去 {0} 段", "{0} blocks deleted", translationStatus.deletedBlocks());
        return translationStatus.deletedBlocks() == 0
                ? fresh
                : translationStatus.changedAnchors().isEmpty() ? gone : Message.of("{0}，{1}", "{0}; {1}", fresh, gone);
    }

    /** Why the basis of an edition is not written; empty if nothing is in the way. */
    private Optional<Problem> refusal(SiteContent content, Notice notice, Edition edition, List<Problem> found) {
        String file = content.folder().displayPath(edition.source().path());
        String original =
                content.folder().displayPath(notice.originalEdition().source().path());
        long errors = found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem ->
                        problem.at().file().equals(file) || problem.at().file().equals(original))
                .count();
        long unlike = found.stream()
                .filter(problem -> problem.at().file().equals(file) && BLOCKING_MISTAKES.contains(problem.code()))
                .count();
        if (errors == 0 && (waived || unlike == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ProblemCode.TRANSLATION_OUTDATED,
                Severity.ERROR,
                Location.ofFile(file),
                1,
                errors > 0
                        ? Message.of(
                                "没有记录 basis：文件有 {0} 处错误",
                                "not recorded: errors in this file or its original: {0}", errors)
                        : Message.of(
                                "没有记录 basis：译文与原文还有 {0} 处不一致",
                                "not recorded: places where it differs from its original: {0}", unlike),
                errors > 0
                        ? Message.of("先改正错误", "mend the errors first")
                        : Message.of(
                                "先改正本文件的 translation-structure 和 translation-figures；确认译文无误的，运行 mvn noticepress:translations -Dnoticepress.waive={0}",
                                "mend what translation-structure and translation-figures say of this file, or run mvn noticepress:translations -Dnoticepress.waive={0} if it is right as it is",
                                slug)));
    }

    private Problem unknownNotice(SiteContent content, Optional<NoticeFacts> asked) {
        List<String> slugs = content.facts().stream()
                .map(noticeFacts -> noticeFacts.files().slug())
                .toList();
        return Problem.of(
                ProblemCode.CONFIG_INVALID,
                waived ? "noticepress.waive" : "noticepress.record",
                asked.isPresent()
                        ? Message.of("“{0}”的元数据有错误", "the facts of \"{0}\" are in error", slug)
                        : Message.of("没有“{0}”这件通知", "there is no notice \"{0}\"", slug),
                asked.isPresent()
                        ? Message.of("先改正错误", "mend the errors first")
                        : Message.of(
                                "写通知的文件名，不带语言和 .md，如 {0}",
                                "write the name of its file without language and .md, such as {0}",
                                DidYouMean.suggest(slug, slugs).orElse(slugs.isEmpty() ? "…" : slugs.get(0))));
    }
}
