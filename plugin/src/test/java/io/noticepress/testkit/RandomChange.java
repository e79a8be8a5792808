package io.noticepress.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A change to a project between two builds. */
public enum RandomChange {
    ADD((randomContent, random) -> randomContent.add(random)),
    ADD_NEWEST((randomContent, random) -> {
        RandomNotice randomNotice = randomContent.add(random);
        randomNotice.issued = LocalDate.of(2031, 1, 1).plusDays(random.nextInt(300));
        randomNotice.published = Optional.empty();
        randomNotice.draft = false;
    }),
    BODY((randomContent, random) -> randomContent.anyNotice(random).bodyVersion++),
    TITLE((randomContent, random) -> randomContent.anyNotice(random).titleVersion++),
    SUMMARY((randomContent, random) -> randomContent.anyNotice(random).summaryVersion++),
    DATE((randomContent, random) -> randomContent.anyNotice(random).issued = RandomContent.randomDay(random)),
    OTHER_DATES((randomContent, random) -> {
        RandomNotice randomNotice = randomContent.anyNotice(random);
        randomNotice.published =
                random.nextBoolean() ? Optional.of(randomNotice.issued.plusDays(50)) : Optional.empty();
        randomNotice.effective =
                random.nextBoolean() ? Optional.of(randomNotice.issued.plusDays(400)) : Optional.empty();
        randomNotice.expires = random.nextBoolean() ? Optional.of(randomNotice.issued.plusDays(500)) : Optional.empty();
    }),
    NUMBER((randomContent, random) -> randomContent.giveNewNumber(randomContent.anyNotice(random))),
    TOPIC((randomContent, random) -> {
        RandomNotice randomNotice = randomContent.anyNotice(random);
        randomNotice.topics.clear();
        randomNotice.topics.add(RandomContent.oneOf(RandomContent.TOPICS, random));
    }),
    ISSUER((randomContent, random) -> randomContent
            .anyNotice(random)
            .issuers
            .set(0, RandomContent.oneOf(new ArrayList<>(RandomContent.ISSUERS), random))) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            super.applyTo(testProject, randomContent, random);
            randomContent.notices.values().forEach(randomNotice -> {
                List<String> once = randomNotice.issuers.stream().distinct().toList();
                randomNotice.issuers.clear();
                randomNotice.issuers.addAll(once);
            });
            testProject.syncContent(randomContent.files());
        }
    },
    DELETE((randomContent, random) -> {
        if (randomContent.notices.size() > 1) {
            RandomNotice randomNotice = randomContent.anyNotice(random);
            randomContent.notices.remove(randomNotice.slug);
            randomContent.removeReferencesTo(randomNotice);
        }
    }),
    RENAME((randomContent, random) ->
            randomContent.rename(randomContent.anyNotice(random), randomContent.freshSlug(random))),
    TRANSLATION((randomContent, random) -> {
        RandomNotice randomNotice = randomContent.anyNotice(random);
        randomNotice.translated = !randomNotice.translated;
    }),
    TRANSLATION_TEXT((randomContent, random) -> randomContent.anyNotice(random).translationVersion++),
    TRANSLATION_STATE((randomContent, random) -> randomContent.anyNotice(random).stateVersion++),
    TRANSLATION_BASIS((randomContent, random) -> randomContent.anyNotice(random).basisVersion = random.nextInt(10)),
    RELATE((randomContent, random) -> randomContent.relateToAnother(randomContent.anyNotice(random), random)),
    UNRELATE(
            (randomContent, random) -> randomContent.anyNotice(random).relations.clear()),
    ATTACH((randomContent, random) ->
            randomContent.anyNotice(random).attachments.put("附表 " + random.nextInt(3) + ".csv", random.nextInt(1000))),
    DETACH((randomContent, random) ->
            randomContent.anyNotice(random).attachments.clear()),
    DRAFT((randomContent, random) -> {
        RandomNotice randomNotice = randomContent.anyNotice(random);
        randomNotice.draft = !randomNotice.draft;
        if (randomNotice.draft) {
            randomContent.removeReferencesTo(randomNotice);
        }
    }),
    SITE_FOOTER((randomContent, random) -> randomContent.footerVersion++),
    PAGE_SIZE((randomContent, random) -> randomContent.pageSize = 2 + random.nextInt(3)),
    NAMES((randomContent, random) -> randomContent.nameVersions.merge(
            random.nextBoolean()
                    ? RandomContent.oneOf(RandomContent.ISSUERS, random)
                    : RandomContent.oneOf(RandomContent.TOPICS, random),
            1,
            Integer::sum)),
    ISSUER_ORDER((randomContent, random) -> randomContent.issuersReversed = !randomContent.issuersReversed),
    PAGE((randomContent, random) ->
            randomContent.pageVersions.merge(RandomContent.oneOf(List.of("about", "help"), random), 1, Integer::sum)),
    PAGE_REMOVED((randomContent, random) -> randomContent.pageVersions.remove("help")),
    DRAFTS_SHOWN((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            testProject.showDrafts = !testProject.showDrafts;
        }
    },
    AS_OF((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            testProject.asOf = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(RandomContent.randomDay(random).toString());
        }
    },
    BASE_URL((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            testProject.baseUrl =
                    random.nextBoolean() ? Optional.empty() : Optional.of("https://b.example.org/deep/path/");
        }
    },
    /** Sets new modification times; the bytes stay the same. */
    TOUCH((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            for (String path : testProject.writtenPaths()) {
                if (random.nextBoolean()) {
                    setTime(testProject.content.resolve(path), 1_900_000_000_000L + random.nextInt(1000));
                }
            }
        }
    },
    /** Changes a file but keeps its size and modification time. */
    SAME_SIZE_AND_TIME((randomContent, random) -> {
        RandomNotice randomNotice = randomContent.anyNotice(random);
        randomNotice.sameSizeVersion = 10 + (randomNotice.sameSizeVersion + 1) % 90;
    }) {
        @Override
        void writeContent(TestProject testProject, RandomContent randomContent) {
            testProject.syncContentKeepingTimes(randomContent.files());
        }
    },
    /**
     * Rewrites all files with the same bytes, as in a fresh checkout with output and build cache restored; sometimes
     * together with an edit.
     */
    FRESH_CHECKOUT((randomContent, random) -> randomContent.anyNotice(random).bodyVersion += random.nextInt(2)) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            List.of(testProject.content, testProject.output, testProject.work).forEach(FileTrees::rewriteAsNewFiles);
            super.applyTo(testProject, randomContent, random);
            if (random.nextBoolean()) {
                testProject.letSettle();
            }
        }
    },
    OUTPUT_LOST((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            FileTrees.deleteTree(anyOutputFile(testProject, random));
        }
    },
    OUTPUT_CORRUPTED((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            Path file = anyOutputFile(testProject, random);
            try {
                byte[] bytes = Files.readAllBytes(file);
                bytes[random.nextInt(bytes.length)] ^= 1;
                Files.write(file, bytes);
                setTime(file, 1_800_000_000_000L);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    OUTPUT_TOUCHED((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            setTime(anyOutputFile(testProject, random), 1_800_000_000_000L);
        }
    },
    OUTPUT_GONE((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            FileTrees.deleteTree(testProject.output);
        }
    },
    CACHE_LOST((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            FileTrees.deleteTree(testProject.work);
        }
    },
    CACHE_TRUNCATED((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            FileTrees.read(testProject.work).forEach((path, bytes) -> {
                try {
                    byte[] some = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    Files.write(testProject.work.resolve(path), some);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    },
    CACHE_CORRUPTED((randomContent, random) -> {}) {
        @Override
        public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
            FileTrees.read(testProject.work).forEach((path, bytes) -> {
                try {
                    bytes[random.nextInt(bytes.length)] ^= 4;
                    Files.write(testProject.work.resolve(path), bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    };

    private interface ContentEdit {
        void apply(RandomContent randomContent, Random random);
    }

    private final ContentEdit contentEdit;

    RandomChange(ContentEdit contentEdit) {
        this.contentEdit = contentEdit;
    }

    /** Applies the change, with random details. */
    public void applyTo(TestProject testProject, RandomContent randomContent, Random random) {
        contentEdit.apply(randomContent, random);
        writeContent(testProject, randomContent);
    }

    void writeContent(TestProject testProject, RandomContent randomContent) {
        testProject.syncContent(randomContent.files());
    }

    private static Path anyOutputFile(TestProject testProject, Random random) {
        return testProject.output.resolve(RandomContent.oneOf(
                new ArrayList<>(FileTrees.read(testProject.output).keySet()), random));
    }

    private static void setTime(Path file, long millis) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
