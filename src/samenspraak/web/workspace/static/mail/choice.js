// One click in the mail is enough: the page sends the choice that stands in its address. Without scripts a button does.
document.querySelector("form[data-send-at-once]")?.requestSubmit();
