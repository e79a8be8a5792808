package io.noticepress.build;

import io.noticepress.content.TextSource;
import io.noticepress.markdown.Findings;
import io.noticepress.model.Index;
import io.noticepress.model.SourceFile;
import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * What was found in texts and asked for before, as long as there is room for it: the garbage collector takes it away block by
 * block, those first that were not asked for the longest. Thread-safe.
 */
final class AtHand {
    private static final int BLOCK = 64;

    private final Index<TextSource> texts;
    private final SoftReference<Findings[]>[] blocks;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no other way to make an array of them
    AtHand(Index<TextSource> texts) {
        this.texts = texts;
        this.blocks = new SoftReference[texts.all().size() / BLOCK + 1];
    }

    /** What was found in the text that has these bytes. */
    synchronized Optional<Findings> find(SourceFile source) {
        int number = number(source);
        Findings[] block = number < 0 ? null : block(number);
        return Optional.ofNullable(block == null ? null : block[number % BLOCK]);
    }

    synchronized void put(SourceFile source, Findings findings) {
        int number = number(source);
        if (number < 0) {
            return;
        }
        Findings[] block = block(number);
        if (block == null) {
            block = new Findings[BLOCK];
            blocks[number / BLOCK] = new SoftReference<>(block);
        }
        block[number % BLOCK] = findings;
    }

    private Findings[] block(int number) {
        SoftReference<Findings[]> block = blocks[number / BLOCK];
        return block == null ? null : block.get();
    }

    /** Which of the texts it is; negative if it is none of them, or another one at the same place. */
    private int number(SourceFile source) {
        int number = texts.number(source.path());
        boolean same = number >= 0 && texts.all().get(number).source().digest().equals(source.digest());
        return same ? number : -1;
    }
}
