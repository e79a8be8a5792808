package io.noticepress.laws;

import io.noticepress.laws.Gazette.Item;
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

/** Something that happens to a project between two builds. */
enum Change {
    ADD((gazette, random) -> gazette.add(random)),
    ADD_NEWEST((gazette, random) -> {
        Item item = gazette.add(random);
        item.issued = LocalDate.of(2031, 1, 1).plusDays(random.nextInt(300));
        item.published = Optional.empty();
        item.draft = false;
    }),
    BODY((gazette, random) -> gazette.any(random).body++),
    TITLE((gazette, random) -> gazette.any(random).title++),
    SUMMARY((gazette, random) -> gazette.any(random).summary++),
    DATE((gazette, random) -> gazette.any(random).issued = Gazette.day(random)),
    OTHER_DATES((gazette, random) -> {
        Item item = gazette.any(random);
        item.published = random.nextBoolean() ? Optional.of(item.issued.plusDays(50)) : Optional.empty();
        item.effective = random.nextBoolean() ? Optional.of(item.issued.plusDays(400)) : Optional.empty();
        item.expires = random.nextBoolean() ? Optional.of(item.issued.plusDays(500)) : Optional.empty();
    }),
    NUMBER((gazette, random) -> gazette.number(gazette.any(random))),
    TOPIC((gazette, random) -> {
        Item item = gazette.any(random);
        item.topics.clear();
        item.topics.add(Gazette.one(Gazette.TOPICS, random));
    }),
    ISSUER((gazette, random) ->
            gazette.any(random).issuers.set(0, Gazette.one(new ArrayList<>(Gazette.ISSUERS), random))) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            super.happen(project, gazette, random);
            gazette.items.values().forEach(item -> {
                List<String> once = item.issuers.stream().distinct().toList();
                item.issuers.clear();
                item.issuers.addAll(once);
            });
            project.content(gazette.files());
        }
    },
    DELETE((gazette, random) -> {
        if (gazette.items.size() > 1) {
            Item item = gazette.any(random);
            gazette.items.remove(item.slug);
            gazette.release(item);
        }
    }),
    RENAME((gazette, random) -> gazette.rename(gazette.any(random), gazette.freshSlug(random))),
    TRANSLATION((gazette, random) -> {
        Item item = gazette.any(random);
        item.translated = !item.translated;
    }),
    WORDING((gazette, random) -> gazette.any(random).wording++),
    STATE((gazette, random) -> gazette.any(random).state++),
    BASIS((gazette, random) -> gazette.any(random).basis = random.nextInt(10)),
    RELATE((gazette, random) -> gazette.relate(gazette.any(random), random)),
    UNRELATE((gazette, random) -> gazette.any(random).relations.clear()),
    ATTACH((gazette, random) ->
            gazette.any(random).attachments.put("附表 " + random.nextInt(3) + ".csv", random.nextInt(1000))),
    DETACH((gazette, random) -> gazette.any(random).attachments.clear()),
    DRAFT((gazette, random) -> {
        Item item = gazette.any(random);
        item.draft = !item.draft;
        if (item.draft) {
            gazette.release(item);
        }
    }),
    SITE((gazette, random) -> gazette.footer++),
    PAGE_SIZE((gazette, random) -> gazette.pageSize = 2 + random.nextInt(3)),
    NAMES((gazette, random) -> gazette.names.merge(
            random.nextBoolean() ? Gazette.one(Gazette.ISSUERS, random) : Gazette.one(Gazette.TOPICS, random),
            1,
            Integer::sum)),
    ORDER((gazette, random) -> gazette.issuersReversed = !gazette.issuersReversed),
    PAGE((gazette, random) -> gazette.pages.merge(Gazette.one(List.of("about", "help"), random), 1, Integer::sum)),
    NO_PAGE((gazette, random) -> gazette.pages.remove("help")),
    DRAFTS_SHOWN((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            project.drafts = !project.drafts;
        }
    },
    AS_OF((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            project.asOf = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(Gazette.day(random).toString());
        }
    },
    BASE_URL((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            project.baseUrl = random.nextBoolean() ? Optional.empty() : Optional.of("https://b.example.org/deep/path/");
        }
    },
    /** Files look new, but are what they were. */
    TOUCH((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            for (String path : project.written()) {
                if (random.nextBoolean()) {
                    stamp(project.content.resolve(path), 1_900_000_000_000L + random.nextInt(1000));
                }
            }
        }
    },
    /** A file is another, but looks as it was. */
    UNSEEN((gazette, random) -> {
        Item item = gazette.any(random);
        item.stamp = 10 + (item.stamp + 1) % 90;
    }) {
        @Override
        void write(Project project, Gazette gazette) {
            project.contentWithOldTimes(gazette.files());
        }
    },
    /** All files are others, with the same bytes, as in a fresh checkout with output and memory from a cache; perhaps beside an edit. */
    CHECKOUT((gazette, random) -> gazette.any(random).body += random.nextInt(2)) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            List.of(project.content, project.output, project.work).forEach(Trees::renew);
            super.happen(project, gazette, random);
            try {
                Thread.sleep(random.nextBoolean() ? 80 : 0); // looks count of files that were left alone for a while
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    OUTPUT_LOST((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            Trees.delete(someOutput(project, random));
        }
    },
    OUTPUT_CORRUPTED((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            Path file = someOutput(project, random);
            try {
                byte[] bytes = Files.readAllBytes(file);
                bytes[random.nextInt(bytes.length)] ^= 1;
                Files.write(file, bytes);
                stamp(file, 1_800_000_000_000L);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    OUTPUT_TOUCHED((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            stamp(someOutput(project, random), 1_800_000_000_000L);
        }
    },
    OUTPUT_GONE((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            Trees.delete(project.output);
        }
    },
    MEMORY_LOST((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            Trees.delete(project.work);
        }
    },
    MEMORY_TRUNCATED((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            Trees.read(project.work).forEach((path, bytes) -> {
                try {
                    byte[] some = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    Files.write(project.work.resolve(path), some);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    },
    MEMORY_CORRUPTED((gazette, random) -> {}) {
        @Override
        void happen(Project project, Gazette gazette, Random random) {
            Trees.read(project.work).forEach((path, bytes) -> {
                try {
                    bytes[random.nextInt(bytes.length)] ^= 4;
                    Files.write(project.work.resolve(path), bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    };

    private interface Edit {
        void on(Gazette gazette, Random random);
    }

    private final Edit edit;

    Change(Edit edit) {
        this.edit = edit;
    }

    /** Lets it happen, with details from chance. */
    void happen(Project project, Gazette gazette, Random random) {
        edit.on(gazette, random);
        write(project, gazette);
    }

    void write(Project project, Gazette gazette) {
        project.content(gazette.files());
    }

    private static Path someOutput(Project project, Random random) {
        return project.output.resolve(
                Gazette.one(new ArrayList<>(Trees.read(project.output).keySet()), random));
    }

    private static void stamp(Path file, long millis) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
