package io.noticepress.translation;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.translation.diff.BlockDiff;
import io.noticepress.translation.terms.GlossaryReader;
import io.noticepress.translation.terms.TermBase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks whether translations are up to date, and whether they have the blocks, figures and agreed terms of their originals. */
public final class TranslationCheck {
    private final ContentFolder folder;
    private final Site site;
    private final List<NoticeFacts> facts;
    private final HashIndex<BodySource> texts;
    private final Function<BodySource, Optional<Findings>> findings;
    private final boolean drafts;
    private final Problems problems;
    private Optional<TermBase> termBase = Optional.empty();

    /**
     * A check of the content as read once.
     *
     * @param texts all texts, by their paths
     * @param findings gives the findings in a text, if they are known
     * @param drafts whether drafts are part of the site
     */
    public TranslationCheck(
            ContentFolder folder,
            Site site,
            List<NoticeFacts> facts,
            HashIndex<BodySource> texts,
            Function<BodySource, Optional<Findings>> findings,
            boolean drafts,
            Problems problems) {
        this.folder = folder;
        this.site = site;
        this.facts = facts.stream()
                .sorted(Comparator.comparing((NoticeFacts each) -> each.files().slug()))
                .toList();
        this.texts = texts;
        this.findings = findings;
        this.drafts = drafts;
        this.problems = problems;
    }

    /** Reports translations whose original has changed since their basis was recorded. */
    public void reportOutdated() {
        facts.stream().flatMap(each -> each.notice().stream()).forEach(this::reportOutdated);
    }

    /**
     * Compares the translations of a notice with their original: blocks, figures, terms. Parses all texts of the notice. Several
     * threads may compare different notices.
     *
     * @param read parses a text
     */
    public void compare(NoticeFacts each, Function<BodySource, Body> read) {
        Map<String, Body> bodies = new HashMap<>();
        each.texts().forEach(text -> bodies.put(text.source().path(), read.apply(text)));
        each.notice().ifPresent(notice -> {
            Body original = bodies.get(notice.originalEdition().source().path());
            for (Edition edition : notice.editions().values()) {
                Body translation = bodies.get(edition.source().path());
                if (!edition.isOriginal() && original != null && translation != null) {
                    new TranslationComparison(folder, notice, edition, original, translation, problems)
                            .check(termBase());
                }
            }
        });
    }

    /** The agreed terms, read when they are first needed. */
    private synchronized TermBase termBase() {
        if (termBase.isEmpty()) {
            termBase = Optional.of(GlossaryReader.read(folder, site));
        }
        return termBase.get();
    }

    /** The paths of the translations that are behind their originals. */
    public Set<String> outdatedPaths() {
        return statuses().stream()
                .filter(TranslationStatus::isBehind)
                .map(TranslationStatus::path)
                .collect(Collectors.toSet());
    }

    /** The status of every translation that should exist, by slug and language. */
    public List<TranslationStatus> statuses() {
        return facts.stream()
                .filter(each -> drafts || !each.draft())
                .flatMap(each -> statuses(each).stream())
                .toList();
    }

    /** The status of the translations of one notice, which may be a draft. */
    public List<TranslationStatus> statuses(NoticeFacts each) {
        return each.notice()
                .map(notice -> site.languages().stream()
                        .filter(language -> !language.key().equals(notice.original()))
                        .map(language -> status(each, notice, language))
                        .toList())
                .orElse(List.of());
    }

    private TranslationStatus status(NoticeFacts each, Notice notice, Language language) {
        Optional<Edition> edition = notice.edition(language);
        Optional<BlockDiff.OriginalChange> change = edition.flatMap(found -> changeSinceBasis(notice, found));
        return new TranslationStatus(
                notice,
                language,
                each.files().editionPath(language.key()),
                edition.flatMap(Edition::translation),
                change.map(BlockDiff.OriginalChange::changedAnchors).orElse(List.of()),
                change.map(BlockDiff.OriginalChange::deletedBlocks).orElse(0));
    }

    private void reportOutdated(Notice notice) {
        for (Edition edition : notice.editions().values()) {
            changeSinceBasis(notice, edition).ifPresent(originalChange -> {
                FieldLocation fieldLocation =
                        FieldLocation.find(folder, edition.source().path(), "translation", "basis");
                problems.add(
                        ProblemCode.TRANSLATION_OUTDATED,
                        fieldLocation.at(),
                        fieldLocation.width(),
                        originalChange.describe(),
                        Message.of(
                                "对照 {0} 更新译文，再运行 mvn noticepress:translations -Dnoticepress.record={1}；原文的改动不影响译文的，运行 mvn noticepress:translations -Dnoticepress.waive={1}",
                                "bring it up to date with {0}, then run mvn noticepress:translations -Dnoticepress.record={1}; if the change needs no translation, run mvn noticepress:translations -Dnoticepress.waive={1}",
                                folder.displayPath(
                                        notice.originalEdition().source().path()),
                                notice.slug()));
            });
        }
    }

    /** What has changed in the original since an edition was translated; empty if nothing has, or if that is not known. */
    private Optional<BlockDiff.OriginalChange> changeSinceBasis(Notice notice, Edition edition) {
        return edition.translation()
                .filter(translation -> !translation.basis().isEmpty())
                .flatMap(translation -> findings(notice.originalEdition())
                        .filter(original -> translation.isOutdated(original.basis()))
                        .map(original -> BlockDiff.sinceBasis(translation.basis(), original)));
    }

    private Optional<Findings> findings(Edition edition) {
        return texts.find(edition.source().path()).flatMap(findings);
    }
}
