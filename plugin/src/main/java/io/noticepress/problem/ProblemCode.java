package io.noticepress.problem;

import static io.noticepress.problem.Severity.ERROR;
import static io.noticepress.problem.Severity.WARNING;

import java.util.Locale;

/** The code of every kind of problem. A published code is never renamed and never changes its meaning. */
public enum ProblemCode {
    // the file itself
    NOT_UTF8(ERROR),
    HIDDEN_CHARACTER(ERROR),
    TOO_LARGE(ERROR),
    TOO_COMPLEX(ERROR),
    UNSAFE_PATH(ERROR),
    FOREIGN_FILE(WARNING),
    // front matter
    FRONT_MATTER_MISSING(ERROR),
    FRONT_MATTER_UNCLOSED(ERROR),
    YAML_SYNTAX(ERROR),
    YAML_UNSAFE(ERROR),
    UNKNOWN_FIELD(ERROR),
    MISSING_FIELD(ERROR),
    DUPLICATE_FIELD(ERROR),
    INVALID_VALUE(ERROR),
    INVALID_DATE(ERROR),
    DATE_ORDER(WARNING),
    INVALID_NUMBER(ERROR),
    DUPLICATE_NUMBER(ERROR),
    UNKNOWN_ISSUER(ERROR),
    UNKNOWN_TOPIC(ERROR),
    UNKNOWN_KIND(ERROR),
    UNKNOWN_LANGUAGE(ERROR),
    UNKNOWN_RELATION(ERROR),
    KIND_TITLE(WARNING),
    ISSUER_NUMBER(WARNING),
    // notices in relation to each other
    INVALID_SLUG(ERROR),
    DUPLICATE_SLUG(ERROR),
    WRONG_YEAR(ERROR),
    ORPHAN_TRANSLATION(ERROR),
    TWO_ORIGINALS(ERROR),
    TRANSLATION_MISSING(WARNING),
    TRANSLATION_OUTDATED(WARNING),
    TRANSLATION_STRUCTURE(WARNING),
    TRANSLATION_FIGURES(WARNING),
    TRANSLATION_TERMS(WARNING),
    // the body text
    RAW_HTML(ERROR),
    UNSAFE_LINK(ERROR),
    BROKEN_LINK(ERROR),
    SECRET_NOTICE(ERROR),
    TODO(ERROR),
    NUMBERING(WARNING),
    UNPAIRED_PUNCTUATION(WARNING),
    HEADING_BLANK(WARNING),
    // attachments
    MISSING_ATTACHMENT(ERROR),
    ATTACHMENT_TYPE(ERROR),
    // imported files
    IMPORT_UNSUPPORTED(ERROR),
    IMPORT_FAILED(ERROR),
    // everything else
    CONFIG_INVALID(ERROR),
    THEME_MISSING(ERROR),
    TEMPLATE_ERROR(ERROR),
    OUTPUT_UNSAFE(ERROR),
    OUTPUT_LOCKED(ERROR),
    IO(ERROR);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    /** The permanent name in reports: {@code unknown-issuer}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The default severity; a problem may have another (in a draft, a missing field is only a warning). */
    public Severity severity() {
        return severity;
    }
}
