package io.noticepress.importer.source;

import java.nio.file.Path;
import java.util.List;

/** Where the libraries come from that read Word and PDF files: they are fetched when they are needed. */
public interface LibraryResolver {
    /** The jars of a library and of all that it needs. */
    List<Path> jars(String coordinates);
}
