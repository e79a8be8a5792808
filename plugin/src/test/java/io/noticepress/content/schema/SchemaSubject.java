package io.noticepress.content.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** YAML with the name of its schema. */
record SchemaSubject(String path, String schema, String yaml) {
    /** All files of a content folder that have a schema; of Markdown files, the front matter. */
    static List<SchemaSubject> allIn(Path content) throws IOException {
        List<SchemaSubject> found = new ArrayList<>();
        for (String name : List.of("site", "issuers", "topics", "kinds")) {
            Path file = content.resolve(name + ".yaml");
            if (Files.isRegularFile(file)) {
                found.add(new SchemaSubject(name + ".yaml", name, Files.readString(file)));
            }
        }
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md") && Files.isRegularFile(each))
                    .sorted()
                    .toList()) {
                String path = content.relativize(file).toString();
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
                int end = text.indexOf("\n---", 3);
                if (text.startsWith("---\n") && end > 0) {
                    String schema = path.startsWith("pages") ? "page" : "edition";
                    found.add(new SchemaSubject(path, schema, text.substring(4, end + 1)));
                }
            }
        }
        return found;
    }
}
