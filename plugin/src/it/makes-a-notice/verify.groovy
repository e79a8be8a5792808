def log = new File(basedir, 'build.log').getText('UTF-8').replace('\r\n', '\n')
def text = { String language ->
    new File(basedir, "content/notices/2030/example-association-2030-7.${language}.md").getText('UTF-8')
}

assert log.contains('''\
[INFO] created content/notices/2030/example-association-2030-7.zh.md
[INFO] created content/notices/2030/example-association-2030-7.en.md
[INFO] 1. write the title and text in the first file and fill in what says TODO; to use a field, delete the # in front of it
[INFO] 2. write the translation in the other file; delete that file if there is no translation yet
[INFO] 3. check it with noticepress:validate, preview it with noticepress:serve, and delete the line "draft: true" to publish it
''')

// Known fields are filled in; the others are explained in the editor's language, with examples in the language of the file.
assert text('zh').startsWith('''\
---
# The title in full, with the kind of document in it, such as "Notice on …".
title: 关于开展科普进社区活动的通知
# The document number as printed; left out if there is none.
number: 示例科协发〔2030〕7号
# The issuing body, a key of issuers.yaml; a list for a joint notice, lead body first.
issuer: example-association
# The date of issue; its year is that of the folder.
issued: 2030-05-20
# Topics, one or more keys of topics.yaml.
topics: [governance]
# The kind of document; not needed if the title ends in it.
#kind: 通知
''')
assert text('zh').contains('\ndraft: true\n---\nTODO: ')
assert text('en').startsWith('''\
---
# The title in this language.
title: TODO
# Main recipients, one by one.
#recipients: [District associations, Municipal societies]
''')
assert text('en').contains('\ntranslation: {state: draft}\n---\nTODO: ')

// In a draft, a TODO is not an error.
assert log.contains('''\
[WARNING] content/notices/2030/example-association-2030-7.en.md:3:8: warning: still to be filled in: TODO [todo]
    3 | title: TODO
      |        ^^^^
  mend: fill it in and remove the word TODO
''')
assert log =~ /\[INFO\] 2 notices in 4 editions: no errors; /

// A second notice with the same number is refused.
assert log.contains('''\
[ERROR] noticepress.number:1:1: error: example-association already used the number 示例科协发〔2030〕7号 in content/notices/2030/example-association-2030-7.zh.md [duplicate-number]
  mend: check the original documents and correct one of the two
[ERROR] noticepress.slug:1:1: error: "example-association-2030-7" is already the name of content/notices/2030/example-association-2030-7.zh.md [duplicate-slug]
  mend: choose another name with -Dnoticepress.slug=…
''')
assert log.contains(': no files were created -> [Help 1]')
