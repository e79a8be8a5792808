package io.noticepress.pipeline;

import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.importer.DocumentImporter;
import io.noticepress.importer.ImportedDraft;
import io.noticepress.importer.account.ImportAccount;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Notice;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import io.noticepress.report.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the files of a draft notice made from a document: all of them or none. */
final class ImportRun {
    private static final long MAX_BYTES = 20L << 20;

    private final RunRequest runRequest;
    private final ImportRequest importRequest;
    private final SiteContent content;

    ImportRun(RunRequest runRequest, ImportRequest importRequest, SiteContent content) {
        this.runRequest = runRequest;
        this.importRequest = importRequest;
        this.content = content;
    }

    /** Writes the draft and its account; returns the message that says where they are. */
    Message run() {
        String displayPath = runRequest.displayPath(importRequest.file());
        ImportedDraft importedDraft = DocumentImporter.importDocument(
                readDocument(displayPath),
                importRequest.file(),
                importRequest.encoding(),
                importRequest.slug(),
                content.site(),
                importRequest.libraries(),
                displayPath);
        refuseDuplicate(importedDraft);
        List<Path> targets = new ArrayList<>();
        importedDraft
                .files()
                .keySet()
                .forEach(path -> targets.add(refuseExisting(runRequest.content().resolve(path))));
        Path accountFile = runRequest.work().resolve("import-" + importedDraft.slug() + ".json");
        List<String> names = targets.stream().map(runRequest::displayPath).toList();
        List<Path> written = new ArrayList<>();
        try {
            int i = 0;
            for (String text : importedDraft.files().values()) {
                Files.createDirectories(targets.get(i).getParent());
                Files.writeString(targets.get(i), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                written.add(targets.get(i++));
            }
            Files.createDirectories(runRequest.work());
            Files.write(accountFile, importedDraft.account().renderJson(names));
        } catch (IOException e) {
            written.forEach(ImportRun::remove);
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            runRequest.displayPath(runRequest.content()),
                            Message.of("草稿写不进去：{0}", "cannot write the draft: {0}", e.getMessage()),
                            Message.of("检查该文件夹的权限和空间", "check the folder's permissions and space")),
                    e);
        }
        ImportAccount account = importedDraft.account();
        return Message.of(
                "草稿在 {0}；来源（{1}）{2} 字：照录 {3}，规范 {4}，舍去 {5}，逐字账目在 {6}",
                "the draft is in {0}; of {2} characters of the source ({1}), {3} were kept, {4} normalised, {5} dropped; see {6}",
                Message.list(names),
                account.readAs(),
                account.characters(),
                account.kept(),
                account.normalised(),
                account.dropped(),
                runRequest.displayPath(accountFile));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] readDocument(String displayPath) {
        try {
            if (!Files.isRegularFile(importRequest.file()) || Files.size(importRequest.file()) > MAX_BYTES) {
                throw new RunFailed(Problem.of(
                        Files.isRegularFile(importRequest.file()) ? ProblemCode.TOO_LARGE : ProblemCode.IO,
                        displayPath,
                        Files.isRegularFile(importRequest.file())
                                ? Message.of("文件超过 20 MiB", "the file is larger than 20 MiB")
                                : Message.of("没有这个文件", "there is no such file"),
                        Message.of(
                                "用 -Dnoticepress.file 指定要导入的文件", "give the file to import with -Dnoticepress.file")));
            }
            return Files.readAllBytes(importRequest.file());
        } catch (IOException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            displayPath,
                            Message.of("读不了：{0}", "cannot read the file: {0}", e.getMessage()),
                            Message.of("检查文件是否存在，以及读取权限", "check that the file exists and that you may read it")),
                    e);
        }
    }

    /** Refuses a notice whose number or slug the content already has. */
    private void refuseDuplicate(ImportedDraft importedDraft) {
        for (NoticeFacts noticeFacts : content.facts()) {
            Optional<Notice> notice = noticeFacts.notice();
            Optional<DocumentNumber> number = notice.flatMap(Notice::number);
            if (importedDraft.number().isPresent()
                    && number.isPresent()
                    && number.get()
                            .canonical()
                            .equals(importedDraft.number().get().canonical())) {
                FieldLocation fieldLocation = FieldLocation.find(
                        content.folder(),
                        notice.get().originalEdition().source().path(),
                        "number");
                throw new RunFailed(Problem.of(
                        ProblemCode.DUPLICATE_NUMBER,
                        fieldLocation.at(),
                        fieldLocation.width(),
                        Message.of(
                                "字号 {0} 的通知已在这里",
                                "there is already a notice with the number {0}",
                                number.get().canonical()),
                        Message.of("直接修改它；确要重新导入，先删去它的文件", "edit it, or delete its files to import it again")));
            }
            if (noticeFacts.files().slug().equals(importedDraft.slug())) {
                throw new RunFailed(Problem.of(
                        ProblemCode.DUPLICATE_SLUG,
                        content.folder().displayPath(noticeFacts.files().folderPath()),
                        Message.of("已有名为“{0}”的通知", "there is already a notice \"{0}\"", importedDraft.slug()),
                        Message.of("用 -Dnoticepress.slug 另取名称", "choose another slug with -Dnoticepress.slug")));
            }
        }
    }

    private Path refuseExisting(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new RunFailed(Problem.of(
                    ProblemCode.DUPLICATE_SLUG,
                    runRequest.displayPath(target),
                    Message.of("这个文件已经存在，不会覆盖", "this file already exists and is not overwritten"),
                    Message.of("用 -Dnoticepress.slug 另取名称", "choose another slug with -Dnoticepress.slug")));
        }
        return target;
    }
}
