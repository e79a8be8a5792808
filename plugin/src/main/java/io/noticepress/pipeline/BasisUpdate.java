package io.noticepress.pipeline;

import io.noticepress.content.frontmatter.BasisWriter;
import io.noticepress.content.frontmatter.NoticeFacts;
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
import io.noticepress.translation.TranslationCheck;
import io.noticepress.translation.TranslationStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records what the translations of a notice were made from, the {@code basis}, from which later changes of the original are
 * found.
 *
 * <p>To record says: these are translations of the present original. It is refused as long as blocks or figures differ. To
 * waive says: what changed in the original needs no translation. It has no such condition, but concerns only translations that
 * are outdated.
 *
 * @param slug of the notice
 * @param waived whether the change is waived
 */
public record BasisUpdate(String slug, boolean waived) {
    private static final Set<ProblemCode> BLOCKING =
            EnumSet.of(ProblemCode.TRANSLATION_STRUCTURE, ProblemCode.TRANSLATION_FIGURES);

    /** Writes the basis into each translation and logs it; a translation for which it is refused becomes an error. */
    void apply(SiteSnapshotBuilder snapshots, RunLog runLog, Problems problems) {
        Problems found = new Problems(); // the run reads the content again afterwards, and reports them then
        snapshots.readContent(runLog, found).ifPresent(content -> {
            Optional<NoticeFacts> facts = content.notice(slug);
            facts.flatMap(NoticeFacts::notice)
                    .ifPresentOrElse(
                            notice -> apply(content, facts.get(), notice, runLog, problems, found),
                            () -> problems.add(unknownNotice(content, facts)));
        });
    }

    private void apply(
            SiteContent content,
            NoticeFacts noticeFacts,
            Notice notice,
            RunLog runLog,
            Problems problems,
            Problems found) {
        TextCache texts = TextCache.forChecks(content);
        TranslationCheck check = SiteChecks.translationCheck(content, List.of(noticeFacts), texts, found);
        check.compare(noticeFacts, texts::parse);
        noticeFacts
                .texts()
                .forEach(text -> found.addAll(texts.findingsOrParse(text).problems()));
        String basis = content.texts()
                .find(notice.originalEdition().source().path())
                .map(text -> texts.findingsOrParse(text).basis())
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
            runLog.say(Message.of("{0} 与原文一致，无须改动", "{0} is already up to date with its original", file));
        } else {
            new BasisWriter(content.folder()).write(edition.source(), basis);
            runLog.say(
                    waived
                            ? Message.of(
                                    "{0}：原文的改动（{1}）不需改译，已记入 basis",
                                    "{0}: waived the changes of the original ({1})",
                                    file,
                                    changedBlocks(translationStatus))
                            : Message.of(
                                    "{0}：已记录 basis，译文与原文一致", "{0}: recorded as up to date with its original", file));
        }
    }

    private static Message changedBlocks(TranslationStatus translationStatus) {
        Message changed = Message.list(translationStatus.changedAnchors());
        Message deleted = Message.of("删去 {0} 段", "{0} blocks deleted", translationStatus.deletedBlocks());
        if (translationStatus.deletedBlocks() == 0) {
            return changed;
        }
        return translationStatus.changedAnchors().isEmpty()
                ? deleted
                : Message.of("{0}，{1}", "{0}; {1}", changed, deleted);
    }

    /** Why the basis of an edition is not written; empty if it may be. */
    private Optional<Problem> refusal(SiteContent content, Notice notice, Edition edition, List<Problem> found) {
        String file = content.folder().displayPath(edition.source().path());
        String original =
                content.folder().displayPath(notice.originalEdition().source().path());
        long errors = found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem ->
                        problem.at().file().equals(file) || problem.at().file().equals(original))
                .count();
        long differences = found.stream()
                .filter(problem -> problem.at().file().equals(file) && BLOCKING.contains(problem.code()))
                .count();
        if (errors == 0 && (waived || differences == 0)) {
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
                                "not recorded: differences from the original: {0}", differences),
                errors > 0
                        ? Message.of("先改正错误", "fix the errors first")
                        : Message.of(
                                "先改正本文件的 translation-structure 和 translation-figures；确认译文无误的，运行 mvn noticepress:translations -Dnoticepress.waive={0}",
                                "fix what translation-structure and translation-figures report for this file; if the translation is right, run mvn noticepress:translations -Dnoticepress.waive={0}",
                                slug)));
    }

    private Problem unknownNotice(SiteContent content, Optional<NoticeFacts> facts) {
        List<String> slugs = content.facts().stream()
                .map(noticeFacts -> noticeFacts.files().slug())
                .toList();
        return Problem.of(
                ProblemCode.CONFIG_INVALID,
                waived ? "noticepress.waive" : "noticepress.record",
                facts.isPresent()
                        ? Message.of("“{0}”的元数据有错误", "the front matter of \"{0}\" has errors", slug)
                        : Message.of("没有“{0}”这件通知", "there is no notice \"{0}\"", slug),
                facts.isPresent()
                        ? Message.of("先改正错误", "fix the errors first")
                        : Message.of(
                                "写通知的文件名，不带语言和 .md，如 {0}",
                                "write the file name without the language and .md, such as {0}",
                                DidYouMean.suggest(slug, slugs).orElse(slugs.isEmpty() ? "…" : slugs.get(0))));
    }
}
