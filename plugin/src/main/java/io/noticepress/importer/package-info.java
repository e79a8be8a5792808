/**
 * Imports Word, PDF and plain-text documents as draft notices and accounts for every character.
 *
 * <p>{@link DocumentImporter} calls the sub-packages in order: source, clean, recognise, draft. All of them record in one
 * ledger (account) what became of each character; an import in which a character is left over fails.
 *
 * <p>Doors: {@link DocumentImporter}, {@link ImportedDraft}.
 *
 * <p>Incremental: importing is not part of a build; each import reads its document once and keeps nothing.
 */
@NullMarked
package io.noticepress.importer;

import org.jspecify.annotations.NullMarked;
