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

/**
 * All notices of a site, newest first, by year, issuer, topic and kind, with their relations and their status. Immutable.
 *
 * <p>Example: a notice with {@code repeals: [kx-2023-6]} is an incoming relation of kx-2023-6, whose status is then
 * {@code repealed}.
 */
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
     * The catalog of the published notices.
     *
     * @param asOf the date for which expired and pending notices are marked; without it no status depends on a date
     */
    public static Catalog of(
            Site site, Collection<Notice> notices, Collection<TextPage> pages, Optional<LocalDate> asOf) {
        return new Catalog(site, notices, pages, asOf);
    }

    /** The settings of site.yaml, with issuers, topics and kinds. */
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

    /** The notice with a slug. */
    public Optional<Notice> notice(String slug) {
        return bySlug.find(slug);
    }

    /** The categories of a type: years newest first, the others in the order of their settings file. None is empty. */
    public Collection<Category> categories(CategoryType type) {
        return categories.get(type).values();
    }

    /** The category with a key; empty if it has no notice. */
    public Optional<Category> category(CategoryType type, String key) {
        return Optional.ofNullable(categories.get(type).get(key));
    }

    /** The register of document numbers of an issuer; empty for other types, or if none of its notices is numbered. */
    public Register register(Category category) {
        return category.type() == CategoryType.ISSUERS
                ? Register.of(site.issuers().get(category.key()), category.notices())
                : new Register(List.of());
    }

    /** Relations of other notices to this one, the earliest first. Editors state a relation on the acting notice only. */
    public List<IncomingRelation> incoming(Notice notice) {
        return incoming.getOrDefault(notice.slug(), List.of());
    }

    /**
     * The incoming relations that change the status: repeals, replacements, amendments, corrections, the earliest first.
     * With a date ({@code asOf}), only those in effect by then.
     */
    public List<IncomingRelation> effects(Notice notice) {
        List<IncomingRelation> relations = incoming(notice);
        if (relations.isEmpty()) {
            return relations;
        }
        return relations.stream()
                .filter(relation -> relation.type().changesStatus())
                .filter(relation -> asOf.isEmpty()
                        || !relation.from().dates().effectiveOrIssued().isAfter(asOf.get()))
                .toList();
    }

    /** The statuses of a notice, in the order of {@link NoticeStatus}. Expired and pending need a date ({@code asOf}). */
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
            CategoryType type,
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
        Map<String, Category> found = new LinkedHashMap<>();
        all.forEach((key, item) -> {
            if (members.containsKey(key)) {
                found.put(key, new Category(type, key, name.apply(item), parent.apply(item), members.get(key)));
            }
        });
        return found;
    }
}
