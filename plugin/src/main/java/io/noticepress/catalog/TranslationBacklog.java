package io.noticepress.catalog;

import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The translations of a site: which are missing, behind their originals, or not to be relied on.
 *
 * @param languages of the site
 * @param outdated paths of the editions that are behind their originals
 */
public record TranslationBacklog(List<Language> languages, Set<String> outdated) {
    /** What is wanting of a translation. */
    public enum GapReason {
        MISSING,
        OUTDATED,
        DRAFT,
        MACHINE;

        /** Its name in themes: {@code missing}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is wanting of a notice in a language. */
    public record TranslationGap(Language language, GapReason reason) {}

    /** A notice of which a translation is wanting. */
    public record IncompleteNotice(Notice notice, List<TranslationGap> gaps) {}

    /**
     * How many translations into a language there are.
     *
     * @param due how many there should be
     */
    public record TranslationCounts(
            Language language,
            int due,
            int official,
            int reviewed,
            int draft,
            int machine,
            int missing,
            int outdated) {}

    public TranslationBacklog {
        languages = List.copyOf(languages);
        outdated = Set.copyOf(outdated);
    }

    /** Whether there is anything to tell: a notice, and a language to translate it into. */
    public static boolean isApplicable(Catalog catalog) {
        return catalog.site().languages().size() > 1 && !catalog.notices().isEmpty();
    }

    /** The notices among these of which something is wanting, in their order. */
    public List<IncompleteNotice> entries(List<Notice> notices) {
        return notices.stream()
                .map(notice -> new IncompleteNotice(notice, gaps(notice)))
                .filter(incompleteNotice -> !incompleteNotice.gaps().isEmpty())
                .toList();
    }

    private List<TranslationGap> gaps(Notice notice) {
        List<TranslationGap> gaps = new ArrayList<>();
        for (Language language : languages) {
            if (!language.key().equals(notice.original())) {
                Optional<Edition> edition = notice.edition(language);
                if (edition.isEmpty()) {
                    gaps.add(new TranslationGap(language, GapReason.MISSING));
                } else {
                    if (isOutdated(edition.get())) {
                        gaps.add(new TranslationGap(language, GapReason.OUTDATED));
                    }
                    unreviewed(edition.get()).ifPresent(gapReason -> gaps.add(new TranslationGap(language, gapReason)));
                }
            }
        }
        return gaps;
    }

    private boolean isOutdated(Edition edition) {
        return outdated.contains(edition.source().path());
    }

    private static Optional<GapReason> unreviewed(Edition edition) {
        return edition.translation().map(Translation::state).flatMap(state -> switch (state) {
            case DRAFT -> Optional.of(GapReason.DRAFT);
            case MACHINE -> Optional.of(GapReason.MACHINE);
            case OFFICIAL, REVIEWED -> Optional.empty();
        });
    }

    /** The counts of each language into which something is to be translated. */
    public List<TranslationCounts> counts(List<Notice> notices) {
        return languages.stream()
                .map(language -> count(language, notices))
                .filter(translationCounts -> translationCounts.due() > 0)
                .toList();
    }

    private TranslationCounts count(Language language, List<Notice> notices) {
        int[] states = new int[Translation.State.values().length];
        int due = 0;
        int missing = 0;
        int outdated = 0;
        for (Notice notice : notices) {
            if (!language.key().equals(notice.original())) {
                Optional<Edition> edition = notice.edition(language);
                due++;
                missing += edition.isEmpty() ? 1 : 0;
                outdated += edition.filter(this::isOutdated).isPresent() ? 1 : 0;
                edition.flatMap(Edition::translation)
                        .ifPresent(how -> states[how.state().ordinal()]++);
            }
        }
        return new TranslationCounts(
                language,
                due,
                states[Translation.State.OFFICIAL.ordinal()],
                states[Translation.State.REVIEWED.ordinal()],
                states[Translation.State.DRAFT.ordinal()],
                states[Translation.State.MACHINE.ordinal()],
                missing,
                outdated);
    }
}
