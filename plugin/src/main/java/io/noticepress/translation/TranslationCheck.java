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

/** Whether translations are up to date, and whether they say what their originals say: blocks, figures and agreed terms. */
public final class TranslationCheck {
    private final ContentFolder folder;
    private final Site site;
    private final List<NoticeFacts> facts;
    private final HashIndex<BodySource> texts;
    private final Function<BodySource, Optional<Findings>> findings;
    private final boolean drafts;
    private final Problems problems;
    private Optional<TermBase> vocabulary = Optional.empty();

    /**
     * A check of one reading of the content.
     *
     * @param texts by their paths
     * @param findings what was found in a text, if that is known
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

    /** Checks which translations are behind their originals, as far as it was recorded what they were made from. */
    public void reportOutdated() {
        facts.stream().flatMap(each -> each.notice().stream()).forEach(this::reportOutdated);
    }

    /**
     * Checks that the translations of a notice say what their original says: blocks, figures, terms. Reads all its texts, so
     * several threads may each take a notice.
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
                            .check(vocabulary());
                }
            }
        });
    }

    /** The agreed words, read when they are first asked for. */
    private synchronized TermBase vocabulary() {
        if (vocabulary.isEmpty()) {
            vocabulary = Optional.of(GlossaryReader.read(folder, site));
        }
        return vocabulary.get();
    }

    /** The translations that are behind their originals, by their paths. */
    public Set<String> outdatedPaths() {
        return statuses().stream()
                .filter(TranslationStatus::isBehind)
                .map(TranslationStatus::path)
                .collect(Collectors.toSet());
    }

    /** How every translation there should be stands to its original, by slug and language. */
    public List<TranslationStatus> statuses() {
        return facts.stream()
                .filter(each -> drafts || !each.draft())
                .flatMap(each -> statuses(each).stream())
                .toList();
    }

    /** The same of one notice, drafts included. */
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

    /** What became of the original since an edition was translated; empty if nothing did, or that is not known. */
    private Optional<BlockDiff.OriginalChange> changeSinceBasis(Notice notice, Edition edition) {
        return edition.translation()
                .filter(how -> !how.basis().isEmpty())
                .flatMap(how -> findings(notice.originalEdition())
                        .filter(original -> how.isOutdated(original.basis()))
                        .map(original -> BlockDiff.sinceBasis(how.basis(), original)));
    }

    private Optional<Findings> findings(Edition edition) {
        return texts.find(edition.source().path()).flatMap(findings);
    }
}
