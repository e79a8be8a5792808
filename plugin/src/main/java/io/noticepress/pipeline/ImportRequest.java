package io.noticepress.pipeline;

import io.noticepress.importer.source.LibraryResolver;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of an import.
 *
 * @param file the document
 * @param slug the name of the notice; else one is drawn from issuer and number, or from the file's name
 * @param encoding of a text file; else it is recognised, and said
 * @param libraries by which other files are read
 */
public record ImportRequest(Path file, Optional<String> slug, Optional<String> encoding, LibraryResolver libraries) {}
