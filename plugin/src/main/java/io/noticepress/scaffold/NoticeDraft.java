package io.noticepress.scaffold;

import io.noticepress.content.CrossCheck;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.Slug;
import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.frontmatter.OriginalReader;
import io.noticepress.content.frontmatter.StringPool;
import io.noticepress.content.schema.FieldNames;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.SourceFile;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notice before its files exist. What is known of it is judged by the same readers as a file would be, with the same words;
 * a mistake is placed at the parameter that holds it, {@code noticepress.issuer:1:1}.
 */
public final class NoticeDraft {
    private static final String PARAMETER = "noticepress.";

    private final ContentFolder folder;
    private final Site site;
    private final Inventory inventory;
    private final Language language;
    private final KindMatcher kinds;

    /** A draft for a site; its original will be in the site's first language. */
    public NoticeDraft(ContentFolder folder, Site site) {
        this.folder = folder;
        this.site = site;
        this.inventory = Inventory.of(folder, site, new Problems());
        this.language = site.defaultLanguage();
        this.kinds = new KindMatcher(site.kinds().values());
    }

    /** The site it is for. */
    public Site site() {
        return site;
    }

    /** What must be known before there can be files, and is not: names of fields. */
    public List<String> missing(NewNoticeInput known) {
        List<String> missing = new ArrayList<>();
        if (known.issuers().isEmpty()) {
            missing.add("issuer");
        }
        if (year(known).isEmpty() && known.issued().isEmpty()) {
            missing.add("issued");
        }
        return missing;
    }

    /** That something is missing, as a problem. */
    public Problem missingProblem(String missing) {
        return Problem.of(
                ProblemCode.MISSING_FIELD,
                PARAMETER + missing,
                Message.of("缺少“{0}”{1}", "\"{0}\" is missing", missing, FieldNames.chineseLabel(missing)),
                missing.equals("issuer")
                        ? Message.of(
                                "加上 -Dnoticepress.issuer=……，写 {0} 之一",
                                "add -Dnoticepress.issuer=… with one of {0}",
                                Message.list(site.issuers().keySet()))
                        : Message.of(
                                "加上 -Dnoticepress.issued=2030-04-15 这样的成文日期，或带年份的字号 -Dnoticepress.number=……",
                                "add the date of issue, such as -Dnoticepress.issued=2030-04-15, or a number with its year, -Dnoticepress.number=…"));
    }

    /** Its name: the one given, else made of the lead issuer and the number or date, {@code kx-2030-7}; empty if neither is known. */
    public String slug(NewNoticeInput known) {
        if (!known.slug().isEmpty() || known.issuers().isEmpty()) {
            return known.slug();
        }
        Optional<DocumentNumber> number = number(known);
        String year = year(known).orElse("");
        String run = number.filter(found -> found.serial() > 0)
                .map(found -> Integer.toString(found.serial()))
                .orElse("");
        String end = !run.isEmpty() ? run : known.issued().replaceFirst("^\\d{4}-", "");
        return year.isEmpty() || end.isEmpty()
                ? ""
                : Slug.propose(known.issuers().get(0) + "-" + year + "-" + end);
    }

    /** Everything that is wrong with what is known. Warnings do not stand in the way of files. */
    public List<Problem> check(NewNoticeInput known) {
        Problems problems = new Problems();
        String year = year(known).orElse("");
        String slug = slug(known);
        Mapping front = frontMatter(known);
        MarkdownFile text = new MarkdownFile(new SourceFile("new", 0, Digest.of("")), Optional.of(front), "");
        new OriginalReader(folder, site, kinds, new StringPool(), problems)
                .read(new NoticeFiles(year, slug, List.of(language.key()), List.of()), language, text, true);
        front.fields().forEach(field -> checkHidden(field, problems));
        if (!slug.isEmpty()) {
            slug(slug, year, problems);
        }
        number(known)
                .filter(number -> !known.issuers().isEmpty())
                .ifPresent(number -> checkDuplicateNumber(known, number, problems));
        return problems.sorted().stream()
                .filter(problem ->
                        problem.code() != ProblemCode.MISSING_FIELD && problem.code() != ProblemCode.WRONG_YEAR)
                .toList();
    }

    /** The files by their paths below the content folder: the original, then a translation in every other language. */
    public Map<String, String> files(NewNoticeInput known, MessageLanguage messageLanguage) {
        NoticeFiles files = new NoticeFiles(year(known).orElseThrow(), slug(known), List.of(), List.of());
        EditionTemplate blank = new EditionTemplate(site, messageLanguage);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(files.editionPath(language.key()), blank.original(known));
        site.languages().stream()
                .skip(1)
                .forEach(other -> texts.put(files.editionPath(other.key()), blank.translation(other)));
        return texts;
    }

    private static void checkHidden(Field field, Problems problems) {
        if (field.value() instanceof Scalar value) {
            value.text()
                    .codePoints()
                    .filter(HiddenChars::isHidden)
                    .forEach(c -> problems.add(HiddenChars.problem(value.at(), c)));
        }
    }

    private void slug(String slug, String year, Problems problems) {
        Location at = Location.ofFile(PARAMETER + "slug");
        Optional<Message> fault = Slug.fault(slug);
        if (fault.isPresent()) {
            problems.add(ProblemCode.INVALID_SLUG, at, slug.length(), fault.get(), Slug.mend(slug));
            return;
        }
        existingPath(slug, year)
                .ifPresent(path -> problems.add(
                        ProblemCode.DUPLICATE_SLUG,
                        at,
                        slug.length(),
                        Message.of(
                                "“{0}”已用于 {1}", "\"{0}\" is already the name of {1}", slug, folder.displayPath(path)),
                        Message.of("用 -Dnoticepress.slug=…… 另取一个名称", "choose another name with -Dnoticepress.slug=…")));
    }

    /** The file or folder that has the name already, in any year. */
    private Optional<String> existingPath(String slug, String year) {
        Optional<NoticeFiles> files = inventory.notice(slug);
        if (files.isPresent()) {
            return files.map(found -> found.editionPath(found.languages().get(0)));
        }
        NoticeFiles own = new NoticeFiles(year, slug, List.of(), List.of());
        List<String> paths = new ArrayList<>();
        site.languages().forEach(each -> paths.add(own.editionPath(each.key())));
        paths.add(own.folderPath());
        return paths.stream()
                .filter(path -> Files.exists(folder.root().resolve(path), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private void checkDuplicateNumber(NewNoticeInput known, DocumentNumber number, Problems problems) {
        NoticeReader reader = new NoticeReader(folder, site);
        String canonical = ContentFolder.nfc(number.canonical());
        inventory.notices().stream()
                .map(reader::read)
                .flatMap(noticeFacts -> noticeFacts.notice().stream())
                .filter(notice ->
                        notice.issuers().get(0).key().equals(known.issuers().get(0)))
                .filter(notice -> notice.number()
                        .filter(other -> ContentFolder.nfc(other.canonical()).equals(canonical))
                        .isPresent())
                .findFirst()
                .ifPresent(before -> problems.add(CrossCheck.duplicateNumber(
                        folder, before, canonical, Location.ofFile(PARAMETER + "number"), canonical.length())));
    }

    private Optional<DocumentNumber> number(NewNoticeInput known) {
        return known.number().isEmpty()
                ? Optional.empty()
                : language.isChinese()
                        ? DocumentNumber.parse(known.number())
                        : Optional.of(DocumentNumber.ofFreeText(known.number()));
    }

    /** The year of its folder: that of the date, else that of the number. */
    private Optional<String> year(NewNoticeInput known) {
        if (known.issued().matches("\\d{4}-.*")) {
            return Optional.of(known.issued().substring(0, 4));
        }
        return number(known).map(DocumentNumber::year).filter(year -> year > 0).map(year -> Integer.toString(year));
    }

    /** What is known, as if it had been read. */
    private static Mapping frontMatter(NewNoticeInput known) {
        List<Field> fields = new ArrayList<>();
        addField(fields, "title", known.title());
        addField(fields, "number", known.number());
        addField(fields, "issuer", known.issuers());
        addField(fields, "issued", known.issued());
        addField(fields, "topics", known.topics());
        return new Mapping(fields, Location.ofFile(PARAMETER + "content"), 1);
    }

    private static void addField(List<Field> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.add(new Field(scalarAt(name, name), scalarAt(name, text)));
        }
    }

    private static void addField(List<Field> fields, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            List<Value> values = new ArrayList<>();
            texts.forEach(text -> values.add(scalarAt(name, text)));
            fields.add(new Field(scalarAt(name, name), new Sequence(values, Location.ofFile(PARAMETER + name), 1)));
        }
    }

    private static Scalar scalarAt(String name, String text) {
        return new Scalar(text, Location.ofFile(PARAMETER + name), 1);
    }
}
