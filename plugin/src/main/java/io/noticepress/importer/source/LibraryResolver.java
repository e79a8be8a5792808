package io.noticepress.importer.source;

import java.nio.file.Path;
import java.util.List;

/** Fetches the libraries that read Word and PDF files when an import needs them. */
public interface LibraryResolver {
    /** The jars of a library and of its dependencies, by Maven coordinates such as {@code org.apache.pdfbox:pdfbox:3.0.8}. */
    List<Path> jars(String coordinates);
}
