export const closeDossier = async () => ({});
