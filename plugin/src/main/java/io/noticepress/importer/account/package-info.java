/**
 * Ledger of what became of every source character: kept, normalised or dropped.
 *
 * <p>Every step of an import records its changes here; the account file lists them for the editor.
 *
 * <p>Doors: {@link ImportAccount}.
 *
 * <p>Incremental: importing is not part of a build; each import has its own ledger.
 */
@NullMarked
package io.noticepress.importer.account;

import org.jspecify.annotations.NullMarked;
