package io.noticepress.scaffold;

import io.noticepress.content.CrossCheck;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.Slug;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.schema.FieldNames;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
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
 * A notice before its files exist. The input is checked by the same readers as front matter, with the same messages; a problem is
 * located at the parameter, {@code noticepress.issuer:1:1}.
 */
final class NoticeDraft {
    private static final String PARAMETER = "noticepress.";

    private final ContentFolder folder;
    private final Site site;
    private final Inventory inventory;
    private final Language language;
    private final NoticeReader reader;

    /** A draft for a site. Its original is in the site's first language. */
    NoticeDraft(ContentFolder folder, Site site) {
        this.folder = folder;
        this.site = site;
        this.inventory = Inventory.of(folder, site, new Problems());
        this.language = site.defaultLanguage();
        this.reader = new NoticeReader(folder, site);
    }

    /** The site. */
    Site site() {
        return site;
    }

    /** The names of the missing fields without which no files can be created. */
    List<String> missing(NewNoticeInput input) {
        List<String> missing = new ArrayList<>();
        if (input.issuers().isEmpty()) {
            missing.add("issuer");
        }
        if (year(input).isEmpty() && input.issued().isEmpty()) {
            missing.add("issued");
        }
        return missing;
    }

    /** The problem that a field is missing. */
    Problem missingProblem(String field) {
        return Problem.of(
                ProblemCode.MISSING_FIELD,
                PARAMETER + field,
                Message.of("缺少“{0}”{1}", "\"{0}\" is missing", field, FieldNames.chineseLabel(field)),
                field.equals("issuer")
                        ? Message.of(
                                "加上 -Dnoticepress.issuer=……，写 {0} 之一",
                                "add -Dnoticepress.issuer=… with one of {0}",
                                Message.list(site.issuers().keySet()))
                        : Message.of(
                                "加上 -Dnoticepress.issued=2030-04-15 这样的成文日期，或带年份的字号 -Dnoticepress.number=……",
                                "add the date of issue, such as -Dnoticepress.issued=2030-04-15, or a number with its year, -Dnoticepress.number=…"));
    }

    /** Its slug: the one given, else made from the lead issuer and the number or date: {@code kx-2030-7}; empty if they are unknown. */
    String slug(NewNoticeInput input) {
        if (!input.slug().isEmpty() || input.issuers().isEmpty()) {
            return input.slug();
        }
        Optional<DocumentNumber> number = number(input);
        String year = year(input).orElse("");
        String serial = number.filter(found -> found.serial() > 0)
                .map(found -> Integer.toString(found.serial()))
                .orElse("");
        String suffix = !serial.isEmpty() ? serial : input.issued().replaceFirst("^\\d{4}-", "");
        return year.isEmpty() || suffix.isEmpty()
                ? ""
                : Slug.propose(input.issuers().get(0) + "-" + year + "-" + suffix);
    }

    /** Checks the input. Files can be created despite warnings. */
    List<Problem> check(NewNoticeInput input) {
        Problems problems = new Problems();
        String year = year(input).orElse("");
        String slug = slug(input);
        Mapping front = frontMatter(input);
        problems.addAll(reader.check(new NoticeFiles(year, slug, List.of(language.key()), List.of()), language, front));
        front.fields().forEach(field -> checkHidden(field, problems));
        if (!slug.isEmpty()) {
            checkSlug(slug, year, problems);
        }
        number(input)
                .filter(number -> !input.issuers().isEmpty())
                .ifPresent(number -> checkDuplicateNumber(input, number, problems));
        return problems.sorted().stream()
                .filter(problem ->
                        problem.code() != ProblemCode.MISSING_FIELD && problem.code() != ProblemCode.WRONG_YEAR)
                .toList();
    }

    /** The files by their paths below the content folder: the original, then a translation into every other language. */
    Map<String, String> files(NewNoticeInput input, MessageLanguage messageLanguage) {
        NoticeFiles files = new NoticeFiles(year(input).orElseThrow(), slug(input), List.of(), List.of());
        EditionTemplate template = new EditionTemplate(site, messageLanguage);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(files.editionPath(language.key()), template.original(input));
        site.languages().stream()
                .skip(1)
                .forEach(other -> texts.put(files.editionPath(other.key()), template.translation(other)));
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

    private void checkSlug(String slug, String year, Problems problems) {
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

    /** The file or folder, in any year, that already has the name. */
    private Optional<String> existingPath(String slug, String year) {
        Optional<NoticeFiles> files = inventory.notice(slug);
        if (files.isPresent()) {
            return files.map(found -> found.editionPath(found.languages().get(0)));
        }
        NoticeFiles candidate = new NoticeFiles(year, slug, List.of(), List.of());
        List<String> paths = new ArrayList<>();
        site.languages().forEach(each -> paths.add(candidate.editionPath(each.key())));
        paths.add(candidate.folderPath());
        return paths.stream()
                .filter(path -> Files.exists(folder.root().resolve(path), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private void checkDuplicateNumber(NewNoticeInput input, DocumentNumber number, Problems problems) {
        String canonical = ContentFolder.nfc(number.canonical());
        inventory.notices().stream()
                .map(reader::read)
                .flatMap(noticeFacts -> noticeFacts.notice().stream())
                .filter(notice ->
                        notice.issuers().get(0).key().equals(input.issuers().get(0)))
                .filter(notice -> notice.number()
                        .filter(other -> ContentFolder.nfc(other.canonical()).equals(canonical))
                        .isPresent())
                .findFirst()
                .ifPresent(before -> problems.add(CrossCheck.duplicateNumber(
                        folder, before, canonical, Location.ofFile(PARAMETER + "number"), canonical.length())));
    }

    private Optional<DocumentNumber> number(NewNoticeInput input) {
        return input.number().isEmpty()
                ? Optional.empty()
                : language.isChinese()
                        ? DocumentNumber.parse(input.number())
                        : Optional.of(DocumentNumber.ofFreeText(input.number()));
    }

    /** The year of its folder: that of the date, or else of the number. */
    private Optional<String> year(NewNoticeInput input) {
        if (input.issued().matches("\\d{4}-.*")) {
            return Optional.of(input.issued().substring(0, 4));
        }
        return number(input).map(DocumentNumber::year).filter(year -> year > 0).map(year -> Integer.toString(year));
    }

    /** The input as front matter. */
    private static Mapping frontMatter(NewNoticeInput input) {
        List<Field> fields = new ArrayList<>();
        addField(fields, "title", input.title());
        addField(fields, "number", input.number());
        addField(fields, "issuer", input.issuers());
        addField(fields, "issued", input.issued());
        addField(fields, "topics", input.topics());
        addField(fields, "draft", "true");
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
