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
 * Translations that need work: missing, outdated, drafts and machine translations.
 *
 * @param languages of the site
 * @param outdated paths of the editions whose original changed since they were translated
 */
public record TranslationBacklog(List<Language> languages, Set<String> outdated) {
    /** Why a translation needs work. */
    public enum GapReason {
        MISSING,
        OUTDATED,
        DRAFT,
        MACHINE;

        /** Its name in templates: {@code missing}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A language in which a notice needs a translation or a better one. */
    public record TranslationGap(Language language, GapReason reason) {}

    /** A notice with at least one gap. */
    public record IncompleteNotice(Notice notice, List<TranslationGap> gaps) {}

    /**
     * The number of translations into a language by state.
     *
     * @param due notices whose original is in another language
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

    /** Whether the site has pages about translations: it has notices and more than one language. */
    public static boolean isApplicable(Catalog catalog) {
        return catalog.site().languages().size() > 1 && !catalog.notices().isEmpty();
    }

    /** The notices that have gaps, in the given order. */
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

    /** The counts of each language that needs translations. */
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
                        .ifPresent(translation -> states[translation.state().ordinal()]++);
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
