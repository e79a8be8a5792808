package io.noticepress.importer;

import io.noticepress.importer.account.ImportAccount;
import io.noticepress.model.DocumentNumber;
import java.util.Map;
import java.util.Optional;

/**
 * Result of an import: the files of a draft notice and the account of its source.
 *
 * @param number document number, by which an existing notice is found
 * @param files text of each edition by its path below the content folder
 */
public record ImportedDraft(
        String slug, Optional<DocumentNumber> number, Map<String, String> files, ImportAccount account) {}
