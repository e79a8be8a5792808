import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8').replace('\r\n', '\n')

// The basis is recorded in this file, and only there.
def recorded = new File(basedir, 'content/notices/2030/community-2030.en.md').getText('UTF-8')
assert recorded =~ /(?m)^translation: \{state: reviewed, by: Example Translation Office, basis: v1( [a-z2-7]{7}){4}\}$/
assert log.contains('content/notices/2030/community-2030.en.md: recorded as up to date with its original')
assert !new File(basedir, 'content/notices/2030/opening-hours.en.md').getText('UTF-8').contains('basis')

// A different number is reported with its location.
assert log.contains('''\
content/notices/2030/opening-hours.en.md:5:43: warning: line 8 of the original says "8:00", the translation "9:00" [translation-figures]
''')
assert log.contains('       -       -       1       -  reviewed content/notices/2030/opening-hours.en.md\n')

def state = new JsonSlurper().parse(new File(basedir, 'target/noticepress/translations.json'), 'UTF-8')
assert state.counts == [en: [official: 0, reviewed: 2, draft: 0, machine: 0, missing: 0, behind: 0, unrecorded: 1,
                             structure: 0, figures: 1, terms: 0]]
assert state.translations*.notice == ['community-2030', 'opening-hours']
assert state.translations*.recorded == [true, false]
assert state.translations[1].figures*.column == [43]
