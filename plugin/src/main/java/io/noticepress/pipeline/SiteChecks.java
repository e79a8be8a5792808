package io.noticepress.pipeline;

import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.content.CrossCheck;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.problem.Problems;
import io.noticepress.translation.TranslationCheck;
import io.noticepress.translation.TranslationStatus;
import java.util.List;
import java.util.Optional;

/** The checks for which all front matter must be known: numbers, relations, links, unused files, translations. */
public final class SiteChecks {
    private final SiteContent content;
    private final TextCache texts;
    private final CrossCheck crossCheck;
    private final TranslationCheck translationCheck;

    /** Checks of some content, whose mistakes are added to {@code problems}. */
    public SiteChecks(SiteContent content, TextCache texts, Problems problems) {
        this.content = content;
        this.texts = texts;
        this.crossCheck = new CrossCheck(
                content.folder(),
                content.site(),
                content.inventory(),
                content.facts(),
                content.texts(),
                text -> Optional.of(texts.findingsOrParse(text)),
                content.drafts(),
                problems);
        this.translationCheck = translationCheck(content, content.facts(), texts, problems);
    }

    /** A check of the translations of some notices. */
    static TranslationCheck translationCheck(
            SiteContent content, List<NoticeFacts> notices, TextCache texts, Problems problems) {
        return new TranslationCheck(
                content.folder(),
                content.site(),
                notices,
                content.texts(),
                text -> Optional.of(texts.findingsOrParse(text)),
                content.drafts(),
                problems);
    }

    /** Compares the translations of one notice with their original; parses all its bodies. */
    public static void compareTranslations(
            SiteContent content, NoticeFacts notice, TextCache texts, Problems problems) {
        translationCheck(content, List.of(notice), texts, problems).compare(notice, texts::parse);
    }

    /** Compares the translations of every notice with their originals; parses all bodies of notices. */
    void compareTranslations(WorkerPool workerPool) {
        workerPool.forEach(content.facts(), notice -> translationCheck.compare(notice, texts::parse));
    }

    /** Checks what front matter alone shows: numbers, relations, missing editions. */
    public void checkFacts() {
        crossCheck.checkFacts();
    }

    /** Checks bodies, links, unused files and outdated translations; parses the bodies without cached findings. */
    void checkTexts(WorkerPool workerPool) {
        crossCheck.checkTexts(workerPool::forEach);
        translationCheck.reportOutdated();
    }

    /** The same on the calling thread. */
    public void checkTexts() {
        crossCheck.checkTexts();
        translationCheck.reportOutdated();
    }

    /** What the pages about the translations show; parses originals without cached findings. */
    public TranslationBacklog translationBacklog() {
        return new TranslationBacklog(content.site().languages(), translationCheck.outdatedPaths());
    }

    /** The state of every translation, existing or missing, by slug and language. */
    List<TranslationStatus> translationStatuses() {
        return translationCheck.statuses();
    }
}
