export const messageTextTexts = { quoted: "Wat deze mail aanhaalt" };
