package io.noticepress.content;

import io.noticepress.markdown.Findings;
import io.noticepress.markdown.Link;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.Site;
import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What shows only when every notice is known: numbers used twice, relations and links that lead nowhere, editions that are
 * missing or behind, files that nothing mentions. Places within front matter are found by reading that one file again.
 */
public final class CrossCheck {
    private final ContentFolder folder;
    private final Site site;
    private final List<Facts> facts;
    private final List<TextSource> texts;
    private final Function<TextSource, Optional<Findings>> findings;
    private final Problems problems;
    private final Map<String, TextSource> textsByPath = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Neighbours neighbours;

    /**
     * A check of one reading of the content.
     *
     * @param findings what was found in a text, if that is known
     * @param drafts whether drafts are part of the site, so that links may lead to them
     */
    public CrossCheck(
            ContentFolder folder,
            Site site,
            Inventory inventory,
            List<Facts> facts,
            List<TextSource> texts,
            Function<TextSource, Optional<Findings>> findings,
            boolean drafts,
            Problems problems) {
        this.folder = folder;
        this.site = site;
        this.facts = facts.stream()
                .sorted(Comparator.comparing((Facts each) -> each.files().slug()))
                .toList();
        this.texts = texts;
        this.findings = findings;
        this.problems = problems;
        texts.forEach(text -> textsByPath.put(text.source().path(), text));
        facts.stream()
                .filter(each -> each.draft() && !drafts)
                .forEach(each -> hidden.add(each.files().slug()));
        this.neighbours = new Neighbours(folder, site, inventory, hidden, problems);
    }

    /** Checks the facts: document numbers, relations, and that every notice is in every language. */
    public void facts() {
        Map<String, Notice> byNumber = new HashMap<>();
        for (Facts each : facts) {
            each.notice().ifPresent(notice -> {
                number(notice, byNumber);
                relations(notice);
            });
            if (!each.draft()) {
                missing(each);
            }
        }
    }

    /** Checks the texts: adds what was found in them, where their links lead, whether translations are behind, files unused. */
    public void texts() {
        Set<String> used = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (TextSource text : texts) {
            Optional<Findings> found = findings.apply(text);
            if (found.isEmpty()) {
                unknown.add(text.source().path());
                continue;
            }
            problems.addAll(found.get().problems());
            for (Link link : found.get().links()) {
                neighbours.file(text.source().path(), link).ifPresent(used::add);
                neighbours.check(text.source().path(), link, this::anchors);
            }
        }
        facts.stream().flatMap(each -> each.notice().stream()).forEach(this::outdated);
        if (unknown.isEmpty()) {
            facts.forEach(each -> unused(each, used));
        }
    }

    /** Checks that the blocks of translations match those of their originals. */
    public void structure() {
        for (Facts each : facts) {
            each.notice().ifPresent(notice -> {
                Optional<Findings> original = findings(notice.originalEdition());
                for (Edition edition : notice.editions().values()) {
                    Optional<Findings> translation = findings(edition);
                    if (!edition.isOriginal() && original.isPresent() && translation.isPresent()) {
                        Blocks.compare(original.get(), translation.get())
                                .ifPresent(what -> problems.add(
                                        Mistake.TRANSLATION_STRUCTURE,
                                        folder.shown(edition.source().path()),
                                        what,
                                        Phrase.of(
                                                "对照 {0}，使各级标题和各段一一对应",
                                                "compare {0} and let headings, items and paragraphs match one by one",
                                                folder.shown(notice.originalEdition()
                                                        .source()
                                                        .path()))));
                    }
                }
            });
        }
    }

    private void number(Notice notice, Map<String, Notice> byNumber) {
        if (notice.number().isEmpty()) {
            return;
        }
        String number = ContentFolder.nfc(notice.number().get().canonical());
        String issuer = notice.issuers().get(0).key();
        Notice before = byNumber.putIfAbsent(issuer + "\n" + number, notice);
        if (before != null) {
            Place place = Place.of(folder, notice.originalEdition().source().path(), "number");
            problems.add(NoticeDraft.duplicate(folder, before, number, place.at(), place.width()));
        }
    }

    private void relations(Notice notice) {
        String path = notice.originalEdition().source().path();
        notice.relations()
                .forEach(relation -> relation.slug()
                        .ifPresent(slug -> neighbours.checkRelation(path, notice.slug(), relation.type(), slug)));
    }

    private void missing(Facts each) {
        NoticeFiles files = each.files();
        for (Language language : site.languages()) {
            if (!files.languages().contains(language.key())) {
                String original = each.notice()
                        .map(Notice::original)
                        .orElse(files.languages().get(0));
                problems.add(
                        Mistake.TRANSLATION_MISSING,
                        folder.shown(files.edition(original)),
                        Phrase.of("缺少语言版本：{0}", "there is no edition in {0}", language.name()),
                        Phrase.of("加上 {0}", "add {0}", folder.shown(files.edition(language.key()))));
            }
        }
    }

    private void outdated(Notice notice) {
        Optional<Findings> original = findings(notice.originalEdition());
        for (Edition edition : notice.editions().values()) {
            if (original.isPresent()
                    && edition.translation().isPresent()
                    && edition.translation().get().isBehind(original.get().basis())) {
                Place place = Place.of(folder, edition.source().path(), "translation", "basis");
                problems.add(
                        Mistake.TRANSLATION_OUTDATED,
                        place.at(),
                        place.width(),
                        Blocks.changed(edition.translation().get().basis(), original.get()),
                        Phrase.of(
                                "对照 {0} 更新译文，再用 translations 目标重新记录 basis",
                                "bring it up to date with {0}, then record the basis again with the goal translations",
                                folder.shown(notice.originalEdition().source().path())));
            }
        }
    }

    private void unused(Facts each, Set<String> used) {
        NoticeFiles files = each.files();
        if (files.files().isEmpty() || each.notice().isEmpty()) {
            return;
        }
        Set<String> sound = new HashSet<>();
        Set<String> listed = new HashSet<>();
        each.notice().get().attachments().forEach(attachment -> sound.add(attachment.file()));
        each.notice().get().attachments().stream()
                .filter(Attachment::isListed)
                .forEach(attachment -> listed.add(attachment.file()));
        for (String file : files.files()) {
            String name = ContentFolder.nfc(file);
            if (sound.contains(name) && !listed.contains(name) && !used.contains(files.folder() + name)) {
                problems.add(
                        Mistake.FOREIGN_FILE,
                        folder.shown(files.folder() + file),
                        Phrase.of("没有通知列出或链接这个文件", "no notice lists or links this file"),
                        Phrase.of(
                                "列入 attachments，在正文中链接，或删去",
                                "list it in attachments, link it in a text, or delete it"));
            }
        }
    }

    private Optional<Findings> findings(Edition edition) {
        return Optional.ofNullable(textsByPath.get(edition.source().path())).flatMap(findings);
    }

    /** The anchors of a text by its path, if they are known. */
    private Optional<Set<String>> anchors(String path) {
        return Optional.ofNullable(textsByPath.get(path))
                .flatMap(findings)
                .map(found -> new HashSet<>(Arrays.asList(found.anchors().split(" "))));
    }
}
