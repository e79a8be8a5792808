package io.noticepress.content.attachments;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PathProblems;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.Attachment;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.values.FileType;
import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the attachments of a notice: those it lists, then every other file in its folder. Each is checked by its content. */
public final class AttachmentReader {
    private final ContentFolder folder;
    private final AttachmentInspector inspector;
    private final Problems problems;

    /** A reader for the files of a content folder. */
    public AttachmentReader(ContentFolder folder, Problems problems) {
        this.folder = folder;
        this.inspector = new AttachmentInspector(folder, problems);
        this.problems = problems;
    }

    /** The attachments: {@code [{file: 附件1.docx, title: 任务分解表}]}. A file that cannot be published is left out. */
    public List<Attachment> read(NoticeFiles files, FieldReader fieldReader, Language language) {
        if (files.files().isEmpty() && !fieldReader.has("attachments")) {
            return List.of();
        }
        Map<String, String> onDisk = new LinkedHashMap<>();
        files.files().forEach(file -> onDisk.put(ContentFolder.nfc(file), file));
        Map<String, LocalizedText> titles = new LinkedHashMap<>();
        for (Value entry : fieldReader.entries("attachments")) {
            readListed(fieldReader, entry, files, onDisk, language, titles);
        }
        onDisk.keySet().forEach(file -> titles.putIfAbsent(file, LocalizedText.NONE));
        List<Attachment> attachments = new ArrayList<>();
        titles.forEach(
                (file, title) -> inspect(files, onDisk.get(file), file, title).ifPresent(attachments::add));
        return attachments;
    }

    private void readListed(
            FieldReader fieldReader,
            Value entry,
            NoticeFiles files,
            Map<String, String> onDisk,
            Language language,
            Map<String, LocalizedText> titles) {
        if (!(entry instanceof Mapping map)) {
            fieldReader.reportInvalid(
                    entry,
                    Message.of("附件应写成一组字段", "an attachment is a group of fields"),
                    Message.of("写成 {file: 文件名, title: 名称}", "write {file: …, title: …}"));
            return;
        }
        FieldReader fields = fieldReader.nested("attachments", map);
        UnknownFieldCheck.check(fields);
        fields.requireInMap("file");
        fields.requireInMap("title");
        Optional<Scalar> title = fields.text("title");
        Optional<Scalar> name = fields.textUnlessTodo("file");
        if (name.isEmpty() || FieldReader.isTodo(name.get())) {
            return;
        }
        String file = ContentFolder.nfc(name.get().text());
        if (!isPlainPath(file)) {
            problems.add(PathProblems.notRelative(
                    name.get().at(), name.get().width(), name.get().text()));
        } else if (!onDisk.containsKey(file)) {
            reportMissing(name.get(), file, files, onDisk);
        } else if (titles.containsKey(file)) {
            fieldReader.reportInvalid(
                    name.get(),
                    Message.of("“{0}”列了两次", "\"{0}\" is listed twice", file),
                    Message.of("删去一处", "delete one of the two"));
        } else {
            titles.put(
                    file,
                    title.map(text -> new LocalizedText(Map.of(language.key(), text.text())))
                            .orElse(LocalizedText.NONE));
        }
    }

    private void reportMissing(Scalar name, String file, NoticeFiles files, Map<String, String> onDisk) {
        String prefix = files.slug() + "/";
        String bare = file.startsWith(prefix) ? file.substring(prefix.length()) : file;
        Optional<String> meant =
                onDisk.containsKey(bare) ? Optional.of(bare) : DidYouMean.suggest(bare, onDisk.keySet());
        String expected = folder.displayPath(files.folderPath() + bare);
        problems.add(
                ProblemCode.MISSING_ATTACHMENT,
                name.at(),
                name.width(),
                Message.of("没有附件“{0}”", "there is no attachment \"{0}\"", file),
                meant.map(found -> Message.of("改成 {0}，或放入 {1}", "write {0}, or put the file at {1}", found, expected))
                        .orElse(Message.of("把文件放入 {0}", "put the file at {0}", expected)));
    }

    private Optional<Attachment> inspect(NoticeFiles files, String onDisk, String file, LocalizedText title) {
        String path = files.folderPath() + onDisk;
        Optional<FileType> type = FileType.ofFileName(file);
        if (type.isEmpty() || file.lastIndexOf('.') <= file.lastIndexOf('/')) {
            problems.add(
                    ProblemCode.ATTACHMENT_TYPE,
                    folder.displayPath(path),
                    Message.of("这种文件不能作为附件发布", "files of this type are not published"),
                    Message.of(
                            "改用 {0} 之一，或移出文件夹",
                            "use one of {0}, or remove it from the folder",
                            Message.list(AttachmentInspector.EXTENSIONS)));
            return Optional.empty();
        }
        return inspector
                .read(path, type.get())
                .map(inspectedFile -> new Attachment(
                        file, title, inspectedFile.size(), type.get(), inspectedFile.digest(), inspectedFile.pixels()));
    }

    private static boolean isPlainPath(String file) {
        if (file.startsWith("/") || file.indexOf('\\') >= 0 || file.matches("[A-Za-z]:.*")) {
            return false;
        }
        for (String name : file.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
