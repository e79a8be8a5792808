package io.noticepress.catalog;

import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The translations of a site: which are missing, behind their originals, or not to be relied on.
 *
 * @param languages of the site
 * @param behind paths of the editions that are behind their originals
 */
public record Backlog(List<Language> languages, Set<String> behind) {
    /** What is wanting of a translation. */
    public enum Want {
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
    public record Gap(Language language, Want want) {}

    /** A notice of which a translation is wanting. */
    public record Entry(Notice notice, List<Gap> gaps) {}

    /**
     * How many translations into a language there are.
     *
     * @param due how many there should be
     */
    public record Count(
            Language language,
            int due,
            int official,
            int reviewed,
            int draft,
            int machine,
            int missing,
            int outdated) {}

    public Backlog {
        languages = List.copyOf(languages);
        behind = Set.copyOf(behind);
    }

    /** Whether there is anything to tell: a notice, and a language to translate it into. */
    public static boolean isDue(Catalog catalog) {
        return catalog.site().languages().size() > 1 && !catalog.notices().isEmpty();
    }

    /** The notices among these of which something is wanting, in their order. */
    public List<Entry> entries(List<Notice> notices) {
        return notices.stream()
                .map(notice -> new Entry(notice, gaps(notice)))
                .filter(entry -> !entry.gaps().isEmpty())
                .toList();
    }

    private List<Gap> gaps(Notice notice) {
        List<Gap> gaps = new ArrayList<>();
        for (Language language : languages) {
            if (!language.key().equals(notice.original())) {
                Optional<Edition> edition = notice.edition(language);
                if (edition.isEmpty()) {
                    gaps.add(new Gap(language, Want.MISSING));
                } else {
                    if (isBehind(edition.get())) {
                        gaps.add(new Gap(language, Want.OUTDATED));
                    }
                    unsure(edition.get()).ifPresent(want -> gaps.add(new Gap(language, want)));
                }
            }
        }
        return gaps;
    }

    private boolean isBehind(Edition edition) {
        return behind.contains(edition.source().path());
    }

    private static Optional<Want> unsure(Edition edition) {
        return edition.translation().map(Translation::state).flatMap(state -> switch (state) {
            case DRAFT -> Optional.of(Want.DRAFT);
            case MACHINE -> Optional.of(Want.MACHINE);
            case OFFICIAL, REVIEWED -> Optional.empty();
        });
    }

    /** The counts of each language into which something is to be translated. */
    public List<Count> counts(List<Notice> notices) {
        return languages.stream()
                .map(language -> count(language, notices))
                .filter(count -> count.due() > 0)
                .toList();
    }

    private Count count(Language language, List<Notice> notices) {
        int[] states = new int[Translation.State.values().length];
        int due = 0;
        int missing = 0;
        int outdated = 0;
        for (Notice notice : notices) {
            if (!language.key().equals(notice.original())) {
                Optional<Edition> edition = notice.edition(language);
                due++;
                missing += edition.isEmpty() ? 1 : 0;
                outdated += edition.filter(this::isBehind).isPresent() ? 1 : 0;
                edition.flatMap(Edition::translation)
                        .ifPresent(how -> states[how.state().ordinal()]++);
            }
        }
        return new Count(
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
