package io.noticepress.catalog;

import io.noticepress.model.DocumentKind;
import io.noticepress.model.HashIndex;
import io.noticepress.model.Issuer;
import io.noticepress.model.LocalizedText;
import io.noticepress.model.Notice;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.Site;
import io.noticepress.model.TextPage;
import io.noticepress.model.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All notices of a site in their order, the shelves they stand on, and what they do to each other. Immutable. */
public final class Catalog {
    private static final Comparator<Incoming> BY_AGE = Comparator.comparing(
                    (Incoming incoming) -> incoming.from().dates().effectiveOrIssued())
            .thenComparing(incoming -> incoming.from().slug())
            .thenComparing(Incoming::type);

    private final Site site;
    private final Optional<LocalDate> asOf;
    private final List<Notice> notices;
    private final List<TextPage> pages;
    private final HashIndex<Notice> bySlug;
    private final Map<String, List<Incoming>> incoming = new HashMap<>();
    private final Map<ShelfKind, Map<String, Shelf>> shelves = new EnumMap<>(ShelfKind.class);

    private Catalog(Site site, Collection<Notice> notices, Collection<TextPage> pages, Optional<LocalDate> asOf) {
        this.site = site;
        this.asOf = asOf;
        this.notices = notices.stream().sorted(Notice.NEWEST_FIRST).toList();
        this.pages = pages.stream().sorted(Comparator.comparing(TextPage::name)).toList();
        this.bySlug = new HashIndex<>(this.notices, Notice::slug);
        for (Notice notice : this.notices) {
            for (Relation relation : notice.relations()) {
                relation.slug()
                        .ifPresent(slug -> incoming.computeIfAbsent(slug, key -> new ArrayList<>())
                                .add(new Incoming(relation.type(), notice)));
            }
        }
        incoming.values().forEach(list -> list.sort(BY_AGE));
        shelves.put(ShelfKind.YEARS, years());
        shelves.put(
                ShelfKind.ISSUERS,
                shelves(
                        ShelfKind.ISSUERS,
                        site.issuers(),
                        Issuer::name,
                        Issuer::parent,
                        notice -> notice.issuers().stream().map(Issuer::key).toList()));
        shelves.put(
                ShelfKind.TOPICS,
                shelves(
                        ShelfKind.TOPICS,
                        site.topics(),
                        Topic::name,
                        Topic::parent,
                        notice -> notice.topics().stream().map(Topic::key).toList()));
        shelves.put(
                ShelfKind.KINDS,
                shelves(
                        ShelfKind.KINDS,
                        site.kinds(),
                        DocumentKind::name,
                        documentKind -> Optional.empty(),
                        notice -> List.of(notice.kind().code())));
    }

    /**
     * The catalog of some notices.
     *
     * @param asOf the day for which it is told what is in force; without it nothing depends on a clock
     */
    public static Catalog of(
            Site site, Collection<Notice> notices, Collection<TextPage> pages, Optional<LocalDate> asOf) {
        return new Catalog(site, notices, pages, asOf);
    }

    /** The settings. */
    public Site site() {
        return site;
    }

    /** All notices, newest first. */
    public List<Notice> notices() {
        return notices;
    }

    /** The plain pages, by name. */
    public List<TextPage> pages() {
        return pages;
    }

    /** The notice of a slug. */
    public Optional<Notice> notice(String slug) {
        return bySlug.find(slug);
    }

    /** The shelves of a kind: years newest first, the others in the order of their file. None is empty. */
    public Collection<Shelf> shelves(ShelfKind kind) {
        return shelves.get(kind).values();
    }

    /** One shelf. */
    public Optional<Shelf> shelf(ShelfKind kind, String key) {
        return Optional.ofNullable(shelves.get(kind).get(key));
    }

    /** The register of an issuer's shelf; empty for a shelf of another kind, or if nothing on it is numbered. */
    public Register register(Shelf shelf) {
        return shelf.kind() == ShelfKind.ISSUERS
                ? Register.of(site.issuers().get(shelf.key()), shelf.notices())
                : new Register(List.of());
    }

    /** What other notices do to this one, earliest first; computed from the typed side only. */
    public List<Incoming> incoming(Notice notice) {
        return incoming.getOrDefault(notice.slug(), List.of());
    }

    /**
     * What other notices did to what is in force: repeals, replacements, amendments, corrections, earliest first. With a
     * day given, only those that act by then.
     */
    public List<Incoming> effects(Notice notice) {
        List<Incoming> ties = incoming(notice);
        if (ties.isEmpty()) {
            return ties;
        }
        return ties.stream()
                .filter(tie -> tie.type().changesStatus())
                .filter(tie -> asOf.isEmpty()
                        || !tie.from().dates().effectiveOrIssued().isAfter(asOf.get()))
                .toList();
    }

    /** What became of a notice; empty as long as nothing did. Expired and pending exist only for a given day. */
    public List<Status> statuses(Notice notice) {
        Set<Status> found = new LinkedHashSet<>();
        for (Incoming effect : effects(notice)) {
            found.add(status(effect.type()));
        }
        asOf.ifPresent(day -> {
            if (notice.dates().expires().filter(day::isAfter).isPresent()) {
                found.add(Status.EXPIRED);
            }
            if (notice.dates().effective().filter(day::isBefore).isPresent()) {
                found.add(Status.PENDING);
            }
        });
        return found.stream().sorted().toList();
    }

    private static Status status(RelationType type) {
        return switch (type) {
            case REPEALS -> Status.REPEALED;
            case REPLACES -> Status.REPLACED;
            case AMENDS -> Status.AMENDED;
            case CORRECTS -> Status.CORRECTED;
            case ISSUES, FORWARDS, REPLIES_TO, CITES -> throw new IllegalArgumentException(type.field());
        };
    }

    private Map<String, Shelf> years() {
        Map<String, List<Notice>> members = new LinkedHashMap<>();
        for (Notice notice : notices) {
            members.computeIfAbsent(Integer.toString(notice.year()), key -> new ArrayList<>())
                    .add(notice);
        }
        Map<String, Shelf> years = new LinkedHashMap<>();
        members.forEach((year, list) ->
                years.put(year, new Shelf(ShelfKind.YEARS, year, LocalizedText.NONE, Optional.empty(), list)));
        return years;
    }

    private <T> Map<String, Shelf> shelves(
            ShelfKind kind,
            Map<String, T> all,
            Function<T, LocalizedText> name,
            Function<T, Optional<String>> parent,
            Function<Notice, List<String>> keysOf) {
        Map<String, List<Notice>> members = new HashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Notice notice : notices) {
            keys.clear();
            for (String key : keysOf.apply(notice)) {
                for (Optional<String> k = Optional.of(key); k.isPresent(); k = parent.apply(all.get(k.get()))) {
                    keys.add(k.get());
                }
            }
            keys.forEach(
                    key -> members.computeIfAbsent(key, k -> new ArrayList<>()).add(notice));
        }
        Map<String, Shelf> shelves = new LinkedHashMap<>();
        all.forEach((key, item) -> {
            if (members.containsKey(key)) {
                shelves.put(key, new Shelf(kind, key, name.apply(item), parent.apply(item), members.get(key)));
            }
        });
        return shelves;
    }
}
