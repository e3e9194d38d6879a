// Package ui is the face of the program on a terminal: the router, the frame
// around every page, and the one place that knows all pages.
//
// How a key press travels. Bubble Tea gives it to the Router (router.go), the
// only tea.Model. What arrived in one read is taken apart first (keys.go): a
// fast typist, a scanner or a slow line sends "siti" as one message. Each key
// then goes to what lies over the page (a question, the help, the list of
// pages), else to the page's Actions, else to the frame's own keys, else to
// the page's Update. While a page is typing, printable keys are text and go to
// its Update alone.
//
// What a page wishes comes back as a message of nav: Open, Back, Ask, Say,
// Fail, Changed. Every other message is an answer and is offered to all pages;
// the one that holds the ticket takes it. When the data changed, every page on
// the stack reads itself again.
//
// What always holds: the stack is never empty; pages beneath keep their
// cursor; nothing unsaved is left without a question; a fault ends the program
// with the terminal restored and a plain sentence.
//
// The map: router.go who gets what · keys.go one key at a time · mouse.go a click as
// keys · frame.go the lines around a page, and the only clock · menu.go what is put
// over a page · lock.go who sits at the keyboard · memory.go where one is, kept ·
// recall.go undo and redo · board.go copying and pasting · run.go the whole. Below:
// nav (words between router and pages), pages (which page a route is), over (what
// lies over a page), door (what stands before all pages), held (keys that wait),
// burst (consoles that paste as if one typed), frame, crumb (the top line), told
// (facts in words), known (names behind identities), tie (how one stands to whom), fault, keep, mouse, clip,
// terminal, lang, keys, theme, widget, screen, tables, export, cli, quiet, uitest.
package ui
