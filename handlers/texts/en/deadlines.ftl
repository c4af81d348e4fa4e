# Deadlines: a reminder first, never blame.
ladder-respond-soon = { $number } { $item }: please get in touch before { $until }.
ladder-respond-late = { $number } { $item }: nobody has been in touch yet. Could you ring now?
ladder-resolve-soon = { $number } { $item }: promised before { $until }. Will it work out?
ladder-resolve-late = { $number } { $item } is past the promised time: please do it first, or hand it back, that is fine.
ladder-respond-soon-staff = { $number } { $item }: somebody must be in touch before { $until }.
ladder-respond-late-staff = { $number } { $item }: nobody was in touch by { $until }. Please have a look.
ladder-resolve-soon-staff = { $number } { $item } is to be done before { $until }.
ladder-resolve-late-staff = { $number } { $item } was not done by { $until }. Please have a look.
ladder-show = Have a look
ladder-excuse = Sorry, { $number } takes longer than promised. We are on it.
