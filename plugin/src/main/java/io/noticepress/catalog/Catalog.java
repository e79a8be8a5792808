package io.noticepress.catalog;

import io.noticepress.model.Notice;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.TextPage;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
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
    private static final Comparator<IncomingRelation> OLDEST_FIRST = Comparator.comparing(
                    (IncomingRelation incomingRelation) ->
                            incomingRelation.from().dates().effectiveOrIssued())
            .thenComparing(incomingRelation -> incomingRelation.from().slug())
            .thenComparing(IncomingRelation::type);

    private final Site site;
    private final Optional<LocalDate> asOf;
    private final List<Notice> notices;
    private final List<TextPage> pages;
    private final HashIndex<Notice> bySlug;
    private final Map<String, List<IncomingRelation>> incoming = new HashMap<>();
    private final Map<CategoryType, Map<String, Category>> categories = new EnumMap<>(CategoryType.class);

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
                                .add(new IncomingRelation(relation.type(), notice)));
            }
        }
        incoming.values().forEach(list -> list.sort(OLDEST_FIRST));
        categories.put(CategoryType.YEARS, years());
        categories.put(
                CategoryType.ISSUERS,
                categories(
                        CategoryType.ISSUERS,
                        site.issuers(),
                        Issuer::name,
                        Issuer::parent,
                        notice -> notice.issuers().stream().map(Issuer::key).toList()));
        categories.put(
                CategoryType.TOPICS,
                categories(
                        CategoryType.TOPICS,
                        site.topics(),
                        Topic::name,
                        Topic::parent,
                        notice -> notice.topics().stream().map(Topic::key).toList()));
        categories.put(
                CategoryType.KINDS,
                categories(
                        CategoryType.KINDS,
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
    public Collection<Category> categories(CategoryType kind) {
        return categories.get(kind).values();
    }

    /** One shelf. */
    public Optional<Category> category(CategoryType kind, String key) {
        return Optional.ofNullable(categories.get(kind).get(key));
    }

    /** The register of an issuer's shelf; empty for a shelf of another kind, or if nothing on it is numbered. */
    public Register register(Category category) {
        return category.type() == CategoryType.ISSUERS
                ? Register.of(site.issuers().get(category.key()), category.notices())
                : new Register(List.of());
    }

    /** What other notices do to this one, earliest first; computed from the typed side only. */
    public List<IncomingRelation> incoming(Notice notice) {
        return incoming.getOrDefault(notice.slug(), List.of());
    }

    /**
     * What other notices did to what is in force: repeals, replacements, amendments, corrections, earliest first. With a
     * day given, only those that act by then.
     */
    public List<IncomingRelation> effects(Notice notice) {
        List<IncomingRelation> ties = incoming(notice);
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
    public List<NoticeStatus> statuses(Notice notice) {
        Set<NoticeStatus> found = new LinkedHashSet<>();
        for (IncomingRelation effect : effects(notice)) {
            found.add(status(effect.type()));
        }
        asOf.ifPresent(day -> {
            if (notice.dates().expires().filter(day::isAfter).isPresent()) {
                found.add(NoticeStatus.EXPIRED);
            }
            if (notice.dates().effective().filter(day::isBefore).isPresent()) {
                found.add(NoticeStatus.PENDING);
            }
        });
        return found.stream().sorted().toList();
    }

    private static NoticeStatus status(RelationType type) {
        return switch (type) {
            case REPEALS -> NoticeStatus.REPEALED;
            case REPLACES -> NoticeStatus.REPLACED;
            case AMENDS -> NoticeStatus.AMENDED;
            case CORRECTS -> NoticeStatus.CORRECTED;
            case ISSUES, FORWARDS, REPLIES_TO, CITES -> throw new IllegalArgumentException(type.field());
        };
    }

    private Map<String, Category> years() {
        Map<String, List<Notice>> members = new LinkedHashMap<>();
        for (Notice notice : notices) {
            members.computeIfAbsent(Integer.toString(notice.year()), key -> new ArrayList<>())
                    .add(notice);
        }
        Map<String, Category> years = new LinkedHashMap<>();
        members.forEach((year, list) ->
                years.put(year, new Category(CategoryType.YEARS, year, LocalizedText.NONE, Optional.empty(), list)));
        return years;
    }

    private <T> Map<String, Category> categories(
            CategoryType kind,
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
        Map<String, Category> shelves = new LinkedHashMap<>();
        all.forEach((key, item) -> {
            if (members.containsKey(key)) {
                shelves.put(key, new Category(kind, key, name.apply(item), parent.apply(item), members.get(key)));
            }
        });
        return shelves;
    }
}
