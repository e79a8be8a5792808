package io.noticepress.pipeline;

import io.noticepress.importer.source.LibraryResolver;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The parameters of an import.
 *
 * @param file the document
 * @param slug of the notice; without one it is made from issuer and number, or from the name of the file
 * @param encoding of a text file; without one it is detected and reported
 * @param libraries finds the libraries that read Word and PDF files
 */
public record ImportRequest(Path file, Optional<String> slug, Optional<String> encoding, LibraryResolver libraries) {}
