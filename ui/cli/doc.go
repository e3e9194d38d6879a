// Package cli is the command line: every verb of `kinerja VERB`.
//
// What it promises:
//
//   - Results stand on stdout, notes on stderr, and nothing stands on stdout
//     when a verb fails: results are held back until it has succeeded.
//   - Every failure is one sentence in the reader's language and one exit code
//     (package exit); with --json it is {"error","message","candidates"} on stderr.
//   - JSON is stable: "schema": 1, identities, null for none, ISO dates, numbers
//     as they are printed, words of the model for what is one of several.
//   - Ctrl+C ends a verb at once. What writes much takes back what it wrote.
//
// The map: this folder holds the tree of verbs and help, and runs the scripts of
// testdata. Below it, imports point down:
//
//	verb/      the verbs, one folder a noun: card, list, result (enter), plan,
//	           evaluation, feedback, table (import, export), record, file (verify,
//	           backup, restore), settings (config, keys), program (the pages, version)
//	pick/      which person, unit, period and plan words and flags mean
//	call/      one run from beginning to end: settings, file, flags, output, failures
//	answer/    results for programs
//	lists/     the tables of list
//	scorecard/ what card shows
//	proposed/  what a table would change, in words
//	page/      paragraphs and tables
//	near/      the word or unit that was meant
//	exit/      exit codes
//
// A new verb is a folder below verb that offers Command(*call.Call), a line in
// root.go, words in ui/lang (verbs, about, flags of section cli), and a script.
package cli
